import { createPreviewLink } from "@/lib/episodes/preview-mutations";
import { undoTicket } from "@/lib/episodes/undo-ticket";
import { makePublished } from "@/tests/support/shows";
import { deletedEpisode, type World } from "../world";
import { editors, everybody, listen, members, nobody, type Row, studio } from "./row";

const publish = "[show]/episodes/[episode]/publish/";

const ofDraft = ({ draft }: World) => ({ form: { episode: draft.id } });
const ofShow = ({ show }: World) => ({ params: { show: show.slug } });

const DAY_MS = 24 * 3600_000;
const soon = () => new Date(Date.now() + 2 * DAY_MS).toISOString().slice(0, 10);

const preview = "app/(listen)/preview/[token]/";
const longAgo = new Date(0);

/** A link to the draft, made at `now`. */
const previewed =
  (now: () => Date, file = "audio.mp3") =>
  async ({ draft }: World) => {
    const { address } = await createPreviewLink(draft, 7, now());
    return { params: { token: address.slice(address.lastIndexOf("/") + 1), file } };
  };

export const publishingRows: Row[] = [
  listen(
    `${preview}page.tsx`,
    "PAGE",
    everybody,
    previewed(() => new Date()),
    "by a link that works",
  ),
  listen(
    `${preview}page.tsx`,
    "PAGE",
    nobody,
    previewed(() => longAgo),
    "by a link that is over",
  ),
  ...["GET", "HEAD"].flatMap((method) => [
    listen(
      `${preview}[file]/route.ts`,
      method,
      everybody,
      previewed(() => new Date()),
      "by a link that works",
    ),
    listen(
      `${preview}[file]/route.ts`,
      method,
      nobody,
      previewed(() => longAgo),
      "by a link that is over",
    ),
    listen(
      `${preview}[file]/route.ts`,
      method,
      nobody,
      previewed(() => new Date(), "artwork.jpg"),
      "of another name",
    ),
  ]),
  studio(publish, "publishNow", editors, ofDraft),
  studio(publish, "publishAt", editors, ({ draft }) => ({
    form: { episode: draft.id, date: soon(), time: "06:00", zone: "Europe/Berlin" },
  })),
  studio(publish, "takeBack", editors, ({ published }) => ({ form: { episode: published.id } })),
  studio(publish, "undo", editors, ({ published, draft }) => ({
    form: { episode: published.id, ticket: undoTicket(published.id, draft, published, new Date()) },
  })),
  studio(publish, "removeEpisode", editors, ofDraft),
  studio(publish, "makePreviewLink", editors, ({ draft }) => ({ form: { episode: draft.id, days: "7" } })),
  studio(publish, "endPreviewLink", editors, async ({ draft }) => ({
    form: { episode: draft.id, link: (await createPreviewLink(draft, 7, new Date())).id },
  })),
  studio("[show]/calendar/", "PAGE", members, ofShow),
  studio("[show]/calendar/", "moveEpisode", editors, async ({ show, owner }) => ({
    form: {
      episode: (await makePublished(owner, show, {}, new Date(Date.now() + 7 * DAY_MS))).id,
      ...{ date: soon(), zone: "Europe/Berlin" },
    },
  })),
  studio("[show]/deleted/", "PAGE", members, ofShow),
  studio("[show]/deleted/", "bringBack", editors, async (world) => ({
    form: { episode: await deletedEpisode(world) },
  })),
];
