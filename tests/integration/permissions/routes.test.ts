import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { createSession } from "@/lib/accounts/sessions";
import { sealSession, sessionCookie } from "@/lib/web/session";
import { useDatabase } from "@/tests/support/database";
import type { Person } from "@/tests/support/people";
import { request } from "@/tests/support/requests";
import { useStore } from "@/tests/support/stores";
import { matrix } from "./matrix";
import type { Question, Row } from "./rows/row";
import { type Caller, type Cast, callers, copies, makeCast, makeWorld, type World } from "./world";

useDatabase();
useStore();

// Next's own words for "render this at request time" work only inside its server.
vi.mock("next/server", async (original) => ({ ...(await original<object>()), connection: async () => {} }));

// So do its cookies and headers, which are here those of the browser that asks.
const browser = vi.hoisted(() => ({ cookie: null as { name: string; value: string } | null }));
vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (browser.cookie?.name === name ? browser.cookie : undefined),
    set: () => {},
    delete: () => {},
  }),
  headers: async () => new Headers({ "sec-fetch-site": "same-origin", "x-longwave-address": "192.0.2.1" }),
}));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
type Module = Record<string, (request: Request, context: { params: Promise<unknown> }) => Promise<Response>>;
type Action = (...given: unknown[]) => Promise<{ ok: boolean } | undefined>;
type Page = { default: (props: { params: Promise<unknown>; searchParams: Promise<object> }) => unknown };

const load = (file: string) => import(resolve(file));

describe("the permission matrix", () => {
  let cast: Cast;
  let first: World;
  let another: () => Promise<World>;
  beforeAll(async () => {
    cast = await makeCast();
    first = await makeWorld(cast.owner);
    another = await copies(first);
  });

  it("knows every route, page and action of the house", async () => {
    const found: string[] = globSync("app/**/page.tsx").map((file) => `${file} PAGE`);
    for (const file of globSync(["app/**/route.ts", "app/.well-known/**/route.ts"])) {
      const refused = methodsRefusedBy(file);
      const exported = Object.keys(await load(file)).filter(
        (name) => methods.includes(name) && !refused.includes(name),
      );
      found.push(...exported.map((method) => `${file} ${method}`));
    }
    for (const file of actionFiles()) found.push(...Object.keys(await load(file)).map((name) => `${file} ${name}`));
    const known = new Set(matrix.map(({ route, method }) => `${route} ${method}`));
    expect([...known].sort()).toEqual(found.sort());
  });

  describe.each(matrix.map((row) => [titleOf(row), row] as const))("%s", (_, row) => {
    const mayShare = looks(row) || row.ask.length === 0; // it changes nothing of the world, or has nothing of it
    const questionFor = questions(row, async () => row.ask(mayShare ? first : await another()));
    it.each(refusedFirst(row))("asked by: %s", async (caller) => {
      const question = await questionFor(caller);
      const token = caller === "anonymous" ? null : cast[caller].token;
      browser.cookie = caller === "anonymous" ? null : await cookieOf(cast[caller]);
      expect(await ask(row, question, token)).toBe(row.may.includes(caller) ? row.status : refusal(row, caller));
    });
  });
});

/** Who only looks, or is refused, leaves everything as it was for the next one. */
function questions(row: Row, prepare: () => Promise<Question>): (caller: Caller) => Promise<Question> {
  let left: Promise<Question> | null = null;
  return (caller) => {
    const question = left ?? prepare();
    left = row.may.includes(caller) && !looks(row) ? null : question;
    return question;
  };
}

const looks = ({ method }: Row) => ["GET", "HEAD", "PAGE"].includes(method);

const refusedFirst = ({ may }: Row) => callers.toSorted((a, b) => Number(may.includes(a)) - Number(may.includes(b)));

function titleOf(row: Row): string {
  return `${row.method} ${row.route}${row.case ? ` ${row.case}` : ""}`;
}

/** Never 403: a stranger does not learn that there is something. Without a good token the API says only that one is needed. */
function refusal({ route, may }: Row, caller: Caller): number {
  if (route === "app/(auth)/suspended/page.tsx") return 307; // there is nothing to read for whoever is not
  const nameless = caller === "anonymous" || caller === "suspended";
  if (nameless && /^app\/(studio|admin)\//.test(route)) return 307;
  if (nameless && route === "app/api/studio/live/route.ts") return 204; // an EventSource ends at that
  return nameless && route.startsWith("app/api/") && may.length > 0 ? 401 : 404;
}

/** The methods that a route only answers with a 405. */
const methodsRefusedBy = (file: string): string[] =>
  /^export const \{([^}]+)\} = otherMethods(?:InWords)?\(/m.exec(readFileSync(file, "utf8"))?.[1]?.match(/[A-Z]+/g) ??
  [];

const actionFiles = () =>
  globSync("app/**/*.ts").filter((file) => readFileSync(file, "utf8").startsWith('"use server"'));

async function cookieOf({ user }: Person) {
  const session = await createSession(user, new Date());
  return { name: sessionCookie().name, value: await sealSession(session.id) };
}

function ask(row: Row, question: Question, token: string | null): Promise<number> {
  if (row.method === "PAGE") return visit(row, question);
  return methods.includes(row.method) ? send(row, { ...question, token }) : act(row, question);
}

async function send({ route, method }: Row, { params = {}, path = "/", ...said }: Question): Promise<number> {
  const module: Module = await load(route);
  const answer = await module[method]?.(request(path, { method, ...said }), { params: Promise.resolve(params) });
  await answer?.body?.cancel();
  return answer?.status ?? 405;
}

/** An action as a form sends it: 422 is a refusal in words. */
async function act({ route, method }: Row, { form = {} }: Question): Promise<number> {
  const module: Record<string, Action> = await load(route);
  const fields = new FormData();
  for (const [name, value] of Object.entries(form)) fields.set(name, value);
  return outcome(async () => {
    const state = await module[method]?.(...(module[method].length === 1 ? [fields] : [null, fields]));
    return state?.ok === false ? 422 : 200;
  });
}

/** A page as Next renders it. */
async function visit({ route }: Row, { params = {} }: Question): Promise<number> {
  const page: Page = await load(route);
  return outcome(async () => {
    await page.default({ params: Promise.resolve(params), searchParams: Promise.resolve({}) });
    return 200;
  });
}

/** notFound() and redirects are thrown with a digest that names the status. */
async function outcome(work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    const [, status] = /^NEXT_\w+;.*?(\d{3});?$/.exec((error as { digest?: string }).digest ?? "") ?? [];
    if (!status) throw error;
    return Number(status);
  }
}
