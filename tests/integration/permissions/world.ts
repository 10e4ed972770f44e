import { randomUUID } from "node:crypto";
import { suspendUser } from "@/lib/accounts/mutations";
import { deleteEpisode } from "@/lib/episodes/mutations";
import { deleteShow } from "@/lib/shows/mutations";
import { putAgain, rowsOfShow } from "@/tests/support/copied-show";
import { makeLimitedMember, makeMember, makeOwner, type Person } from "@/tests/support/people";
import { episodeOf, makeAudio, makeCompleteShow, makeDraft, makePublished, showOf } from "@/tests/support/shows";
import { begin } from "@/tests/support/uploading";

export const callers = [
  "anonymous",
  "suspended",
  "stranger",
  "house admin",
  "limited editor",
  "analyst",
  "editor",
  "admin",
  "owner",
] as const;
export type Caller = (typeof callers)[number];
export type Cast = Record<Exclude<Caller, "anonymous">, Person>;

/** Everyone who could ask: with a role in the workspace, with one over another show of it only, with none, and with one no more. */
export async function makeCast(): Promise<Cast> {
  const owner = await makeOwner();
  const [analyst, editor, admin, suspended] = await Promise.all(
    (["analyst", "editor", "admin", "owner"] as const).map((role) => makeMember(owner.workspaceId, role)),
  );
  if (!analyst || !editor || !admin || !suspended) throw new Error("The cast is not whole.");
  await suspendUser(suspended.user, null, new Date());
  return {
    ...{ owner, admin, editor, analyst, suspended, stranger: await makeOwner() },
    "house admin": await makeOwner({ admin: true }),
    "limited editor": await editorOfAnotherShow(owner),
  };
}

async function editorOfAnotherShow(owner: Person): Promise<Person> {
  const another = await makeCompleteShow(owner, { slug: `show-${randomUUID()}` });
  return makeLimitedMember(owner.workspaceId, "editor", [another.id]);
}

export type World = Awaited<ReturnType<typeof makeWorld>>;

/** One thing of every kind. */
export async function makeWorld(owner: Person) {
  const show = await makeCompleteShow(owner, { slug: `show-${randomUUID()}` });
  const published = await makePublished(owner, show);
  const draft = await makeDraft(owner, show, { media: (await makeAudio(show)).id });
  return { show, published, draft, owner, upload: () => begin(owner, show, 3) };
}

/** Gives a world like this one for each question: what one caller deletes is there for the next. */
export async function copies({ show, published, draft, owner }: World): Promise<() => Promise<World>> {
  const rows = await rowsOfShow(show);
  return async () => {
    const renamed = await putAgain(rows, [owner.user.id, owner.workspaceId]);
    const [copiedShow, ...episodes] = await Promise.all([
      showOf(owner, { slug: show.slug.replace(/(?<=^show-).*/, renamed) }),
      episodeOf(owner, { id: renamed(published.id) }),
      episodeOf(owner, { id: renamed(draft.id) }),
    ]);
    const upload = () => begin(owner, copiedShow, 3);
    return { show: copiedShow, published: episodes[0], draft: episodes[1], owner, upload };
  };
}

export async function deletedShow({ show }: World): Promise<string> {
  await deleteShow(show, new Date());
  return show.slug;
}

export async function deletedEpisode({ draft }: World): Promise<string> {
  await deleteEpisode(draft, new Date());
  return draft.id;
}
