import type { World } from "../world";
import { editors, members, notAPicture, ofOurPages, type Row, studio } from "./row";

const page = "[show]/episodes/[episode]/";

/** A route of the editor's, as our own pages ask it. */
const api = (path: string, method: string, may: Row["may"], status: number, said: object = {}): Row => ({
  ...{ route: `app/api/studio/episodes/[id]/${path}route.ts`, method, may, status },
  ask: ({ draft }: World) => {
    const params = { id: draft.id, version: String(draft.version), tab: draft.id };
    return { params, headers: { ...ofOurPages.headers, "if-match": "*" }, ...said };
  },
});

export const editorRows: Row[] = [
  api("", "GET", members, 200),
  api("", "PATCH", editors, 200, { json: { title: "New" } }),
  api("artwork/", "PUT", editors, 422, notAPicture),
  api("artwork/", "DELETE", editors, 204),
  api("presence/[tab]/", "PUT", members, 200),
  api("presence/[tab]/", "DELETE", members, 204),
  api("revisions/", "GET", members, 200),
  api("revisions/[version]/", "GET", members, 200),
  api("revisions/[version]/restoration/", "POST", editors, 200),
  studio(page, "PAGE", members, ({ show, draft }) => ({ params: { show: show.slug, episode: draft.id } })),
  studio(page, "saveEpisode", editors, ({ draft }) => ({
    form: {
      ...{ episode: draft.id, version: String(draft.version), title: "New", notes: "<p>New</p>" },
      ...{ season: "", number: "2", type: "full", explicit: "", slug: draft.slug },
    },
  })),
];
