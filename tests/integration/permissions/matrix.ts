import { findWorkspaceFor } from "@/lib/accounts/queries";
import { createTokenFor } from "@/lib/accounts/token-mutations";
import { audioAddress } from "@/lib/media/addresses";
import { addressParts } from "@/lib/media/part-addresses";
import type { Person } from "@/tests/support/people";
import type { Said } from "@/tests/support/requests";
import { present } from "@/tests/support/shows";
import { sendPart } from "@/tests/support/uploading";
import { type Caller, callers, deletedEpisode, deletedShow, type World } from "./world";

export type Question = {
  params?: Record<string, string | string[]>;
  path?: string;
  /** what a form sends to an action */
  form?: Record<string, string>;
} & Said;

/**
 * Who gets `status` from a route file's method, from a page ("PAGE") or from an action (its name; 200: done, 422: refused in
 * words); everybody else learns nothing (`refusal`; 401 without a good token, led to sign in where a session is needed).
 */
export type Row = {
  route: string;
  method: string;
  case?: string;
  may: readonly Caller[];
  status: number;
  ask: (world: World) => Question | Promise<Question>;
};

const everybody = callers;
const nobody: Caller[] = [];
const owners: Caller[] = ["owner"];
const admins: Caller[] = ["admin", ...owners];
const editors: Caller[] = ["editor", ...admins];
const members: Caller[] = ["analyst", ...editors];
/** Whoever has a workspace of their own may begin a show in it. */
const inTheirOwn: Caller[] = ["stranger", "house admin", ...admins];
const withToken: Caller[] = ["stranger", "house admin", ...members];
const signedIn = withToken;

const change = { headers: { "if-match": "*" }, json: { title: "Renamed" } };
const ofOurPages = { headers: { "sec-fetch-site": "same-origin" } };
const notAPicture = { body: "no picture" };

const ofShow = ({ show }: World) => ({ params: { slug: show.slug } });
const ofDraft = ({ draft }: World) => ({ params: { id: draft.id } });
const ofUpload = async ({ upload }: World) => ({ params: { id: (await upload()).id } });
const ofPart = async ({ upload }: World) => ({ params: { id: (await upload()).id, number: "1" }, body: "abc" });
const nothing = () => ({});

const api = (
  path: string,
  method: string,
  may: readonly Caller[],
  status: number,
  ask: Row["ask"],
  about?: string,
) => ({
  ...{ route: `app/api/v1/${path}route.ts`, method, may, status, ask },
  ...(about && { case: about }),
});

export const matrix: Row[] = [
  api("shows/", "GET", withToken, 200, nothing),
  api("shows/", "POST", inTheirOwn, 201, () => ({ json: { title: "New", language: "en", category: "Arts" } })),
  api("shows/[slug]/", "GET", members, 200, ofShow),
  api("shows/[slug]/", "PATCH", editors, 200, (world) => ({ ...ofShow(world), ...change })),
  api("shows/[slug]/", "DELETE", admins, 204, ofShow),
  api("shows/[slug]/restoration/", "POST", admins, 200, async (world) => ({
    params: { slug: await deletedShow(world) },
  })),
  api("shows/[slug]/artwork/", "PUT", editors, 422, (world) => ({ ...ofShow(world), ...notAPicture })),
  api("shows/[slug]/uploads/", "POST", editors, 201, (world) => ({
    ...ofShow(world),
    json: { filename: "a.mp3", size: 3, type: "audio/mpeg" },
  })),
  api("shows/[slug]/episodes/", "GET", members, 200, ofShow),
  api("shows/[slug]/episodes/", "POST", editors, 201, (world) => ({ ...ofShow(world), json: { title: "New" } })),
  api("episodes/[id]/", "GET", members, 200, ofDraft),
  api("episodes/[id]/", "PATCH", editors, 200, (world) => ({ ...ofDraft(world), ...change })),
  api("episodes/[id]/", "DELETE", editors, 204, ofDraft),
  api("episodes/[id]/restoration/", "POST", editors, 200, async (world) => ({
    params: { id: await deletedEpisode(world) },
  })),
  api("episodes/[id]/artwork/", "PUT", editors, 422, (world) => ({ ...ofDraft(world), ...notAPicture })),
  api("episodes/[id]/artwork/", "DELETE", editors, 204, ofDraft),
  api("episodes/[id]/publication/", "PUT", editors, 200, ofDraft),
  api("episodes/[id]/publication/", "DELETE", editors, 200, ofDraft),
  api("media/[id]/", "GET", members, 200, ({ draft }) => ({ params: { id: draft.audioId ?? "" } })),
  api("uploads/[id]/", "GET", editors, 200, ofUpload),
  api("uploads/[id]/", "DELETE", editors, 204, ofUpload),
  api("uploads/[id]/completion/", "POST", editors, 200, async (world) => {
    const upload = await world.upload();
    await sendPart(world.owner, upload, 1, Buffer.from("abc"));
    return { params: { id: upload.id } };
  }),
  api("uploads/[id]/parts/[number]/", "PUT", editors, 204, ofPart),
  api("uploads/[id]/parts/[number]/", "PUT", everybody, 204, signedPart, "with a signed address"),
  ...["GET", "POST", "PUT", "PATCH", "DELETE"].map((method) => api("[...rest]/", method, nobody, 404, nothing)),
  ...["GET", "HEAD"].flatMap((method) => [
    listen("app/(listen)/[show]/feed.xml/route.ts", method, everybody, ({ show }) => ({ params: { show: show.slug } })),
    listen("app/media/[...path]/route.ts", method, everybody, mediaOf("published"), "of a published episode"),
    listen("app/media/[...path]/route.ts", method, members, mediaOf("draft"), "of a draft"),
  ]),
  { ...listen("app/media/[...path]/route.ts", "OPTIONS", everybody, nothing), status: 204 },
  listen("app/(listen)/[show]/page.tsx", "PAGE", everybody, ({ show }) => ({ params: { show: show.slug } })),
  listen("app/(listen)/[show]/[episode]/page.tsx", "PAGE", everybody, pageOf("published"), "of a published episode"),
  listen("app/(listen)/[show]/[episode]/page.tsx", "PAGE", nobody, pageOf("draft"), "of a draft"),
  listen("app/page.tsx", "PAGE", everybody, nothing),
  ...["forgot", "reset", "setup", "sign-in", "sign-up", "verify"].map((path) => door(path, "PAGE", 200)),
  door("forgot", "mailReset", 422),
  door("reset", "chooseNewPassword", 422),
  door("setup", "setUp", 422),
  door("sign-in", "signIn", 422),
  door("sign-up", "signUp", 422),
  door("verify", "confirmCode", 422),
  door("verify", "confirmLink", 422),
  door("verify", "mailCodeAgain", 422),
  door("sign-out", "signOut", 307),
  { route: "app/choose-theme.ts", method: "chooseTheme", may: everybody, status: 200, ask: nothing },
  studio("", "PAGE", signedIn, nothing),
  studio("new/", "PAGE", signedIn, nothing),
  studio("tokens/", "PAGE", signedIn, nothing),
  studio("[show]/", "PAGE", members, ({ show }) => ({ params: { show: show.slug } })),
  studio("new/", "createShow", admins, ({ show }) => ({
    form: { title: "New", language: "en", category: "Arts", workspace: show.workspaceId },
  })),
  studio("[show]/", "describeShow", editors, ({ show }) => ({
    form: { show: show.slug, version: String(show.version), description: "Told anew." },
  })),
  studio("tokens/", "createToken", editors, ({ show }) => ({ form: { name: "New", workspace: show.workspaceId } })),
  studio("tokens/", "revokeToken", owners, async ({ owner }) => ({ form: { token: await tokenOf(owner) } })),
  {
    ...{ route: "app/api/studio/shows/[slug]/artwork/route.ts", method: "PUT", may: editors, status: 422 },
    ask: ({ show }) => ({ ...ofOurPages, params: { slug: show.slug }, ...notAPicture }),
  },
  ...["GET", "POST"].map((method) => ({
    ...listen("app/api/auth/[...nextauth]/route.ts", method, nobody, () => ({ params: { nextauth: ["signin"] } })),
    case: "where nothing is asked of next-auth",
  })),
  listen("app/healthz/route.ts", "GET", everybody, nothing),
  listen("app/readyz/route.ts", "GET", everybody, nothing),
];

function listen(route: string, method: string, may: readonly Caller[], ask: Row["ask"], about?: string): Row {
  return { ...{ route, method, may, status: 200, ask }, ...(about && { case: about }) };
}

/** Where people come in: open to everybody. Its actions refuse an empty form. */
function door(path: string, method: string, status: number): Row {
  const route = `app/(auth)/${path}/${method === "PAGE" ? "page.tsx" : "actions.ts"}`;
  return { route, method, may: everybody, status, ask: nothing };
}

function studio(path: string, method: string, may: readonly Caller[], ask: Row["ask"]): Row {
  return { route: `app/studio/${path}${method === "PAGE" ? "page.tsx" : "actions.ts"}`, method, may, status: 200, ask };
}

async function tokenOf({ actor, workspaceId }: Person): Promise<string> {
  const workspace = present(await findWorkspaceFor(actor, workspaceId, "editor"));
  return (await createTokenFor(workspace, "laptop")).token.id;
}

function mediaOf(which: "published" | "draft"): Row["ask"] {
  return ({ [which]: { audio } }) => {
    if (!audio) throw new Error("The episode has no audio.");
    return { params: { path: new URL(audioAddress(audio)).pathname.split("/").slice(2) } };
  };
}

function pageOf(which: "published" | "draft"): Row["ask"] {
  return ({ show, [which]: episode }) => ({ params: { show: show.slug, episode: episode.slug } });
}

async function signedPart({ upload }: World): Promise<Question> {
  const opened = await upload();
  const [part] = await addressParts(opened, null, new Date());
  return { params: { id: opened.id, number: "1" }, path: part?.url, body: "abc" };
}
