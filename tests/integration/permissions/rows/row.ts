import type { Said } from "@/tests/support/requests";
import { type Caller, callers, type World } from "../world";

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

export const everybody = callers;
export const nobody: Caller[] = [];
export const owners: Caller[] = ["owner"];
export const admins: Caller[] = ["admin", ...owners];
export const editors: Caller[] = ["editor", ...admins];
export const members: Caller[] = ["analyst", ...editors];
/** A limited editor is a member of the workspace, but reaches none of the shows that are asked for. */
export const inWorkspace: Caller[] = ["limited editor", ...members];
export const editorsInWorkspace: Caller[] = ["limited editor", ...editors];
/** Whoever has a workspace of their own may begin a show in it. */
export const inTheirOwn: Caller[] = ["stranger", "house admin", ...admins];
export const signedIn: Caller[] = ["stranger", "house admin", ...inWorkspace];

export const ofOurPages = { headers: { "sec-fetch-site": "same-origin" } };
export const notAPicture = { body: "no picture" };
export const nothing = () => ({});

export function listen(route: string, method: string, may: readonly Caller[], ask: Row["ask"], about?: string): Row {
  return { ...{ route, method, may, status: 200, ask }, ...(about && { case: about }) };
}

/** Where people come in: open to everybody. Its actions refuse an empty form. */
export function door(path: string, method: string, status: number): Row {
  const route = `app/(auth)/${path}/${fileOf(method)}`;
  return { route, method, may: everybody, status, ask: nothing };
}

export function studio(path: string, method: string, may: readonly Caller[], ask: Row["ask"]): Row {
  return { route: `app/studio/${path}${fileOf(method)}`, method, may, status: 200, ask };
}

/** At the house admin's desk nobody else finds anything. */
export function desk(path: string, method: string, ask: Row["ask"] = nothing): Row {
  return { route: `app/admin/${path}${fileOf(method)}`, method, may: ["house admin"], status: 200, ask };
}

const fileOf = (method: string) => (method === "PAGE" ? "page.tsx" : "actions.ts");
