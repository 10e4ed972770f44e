import { globSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { useDatabase } from "@/tests/support/database";
import { request } from "@/tests/support/requests";
import { useStore } from "@/tests/support/stores";
import { matrix, type Question, type Row } from "./matrix";
import { type Caller, type Cast, callers, makeCast, makeWorld } from "./world";

useDatabase();
useStore();

// Next's own words for "render this at request time" work only inside its server.
vi.mock("next/server", async (original) => ({ ...(await original<object>()), connection: async () => {} }));

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
type Module = Record<string, (request: Request, context: { params: Promise<unknown> }) => Promise<Response>>;
type Page = { default: (props: { params: Promise<unknown>; searchParams: Promise<object> }) => unknown };

const load = (file: string) => import(resolve(file));

describe("the permission matrix", () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await makeCast();
  });

  it("knows every route and page of the house", async () => {
    const found: string[] = globSync("app/**/page.tsx").map((file) => `${file} PAGE`);
    for (const file of globSync("app/**/route.ts")) {
      const exported = Object.keys(await load(file)).filter((name) => methods.includes(name));
      found.push(...exported.map((method) => `${file} ${method}`));
    }
    const known = new Set(matrix.map(({ route, method }) => `${route} ${method}`));
    expect([...known].sort()).toEqual(found.sort());
  });

  describe.each(matrix.map((row) => [titleOf(row), row] as const))("%s", (_, row) => {
    it.each(callers)("asked by: %s", async (caller) => {
      const question = await row.ask(await makeWorld(cast.owner));
      const token = caller === "anonymous" ? null : cast[caller].token;
      const status = await (row.method === "PAGE" ? visit(row, question) : send(row, { ...question, token }));
      expect(status).toBe(row.may.includes(caller) ? row.status : refusal(row, caller));
    });
  });
});

function titleOf(row: Row): string {
  return `${row.method} ${row.route}${row.case ? ` ${row.case}` : ""}`;
}

/** Never 403: a stranger does not learn that there is something. Without a good token the API says only that one is needed. */
function refusal({ route, may }: Row, caller: Caller): number {
  const nameless = caller === "anonymous" || caller === "suspended";
  return nameless && route.startsWith("app/api/") && may.length > 0 ? 401 : 404;
}

async function send({ route, method }: Row, { params = {}, path = "/", ...said }: Question): Promise<number> {
  const module: Module = await load(route);
  const answer = await module[method]?.(request(path, { method, ...said }), { params: Promise.resolve(params) });
  await answer?.body?.cancel();
  return answer?.status ?? 405;
}

/** A page as Next renders it for everybody: notFound() and redirects are thrown with a digest that names the status. */
async function visit({ route }: Row, { params = {} }: Question): Promise<number> {
  const page: Page = await load(route);
  try {
    await page.default({ params: Promise.resolve(params), searchParams: Promise.resolve({}) });
    return 200;
  } catch (error) {
    const [, status] = /^NEXT_\w+;.*?(\d{3});?$/.exec((error as { digest?: string }).digest ?? "") ?? [];
    if (!status) throw error;
    return Number(status);
  }
}
