import { globSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { call } from "@/tests/support/requests";

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const routes = globSync("app/api/v1/**/route.ts").filter((file) => !file.includes("[..."));

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

const load = (file: string): Promise<Record<string, Handler>> => import(resolve(file));
const ask = (handler: Handler, method: string) => call(handler, {}, { method });

describe.each(routes)("%s", (file) => {
  it("answers every method that there is", async () => {
    const exported = Object.keys(await load(file));
    // Next answers HEAD with GET.
    const answered = exported.includes("GET") ? [...exported, "HEAD"] : exported;
    expect(methods.filter((method) => !answered.includes(method))).toEqual([]);
  });

  it("names the methods that it has, and refuses just the others with a 405 that names them too", async () => {
    const module = await load(file);
    const allow = (await ask(module.OPTIONS as Handler, "OPTIONS")).headers.get("allow") ?? "";
    for (const method of methods.filter((name) => name in module && name !== "OPTIONS")) {
      const answer = await ask(module[method] as Handler, method);
      expect([method, answer.status === 405]).toEqual([method, !allow.split(", ").includes(method)]);
      if (answer.status !== 405) continue;
      expect(answer.headers.get("allow")).toBe(allow);
      expect(answer.headers.get("content-type")).toBe("application/problem+json");
      expect(await answer.json()).toMatchObject({ status: 405, code: "wrong-method" });
    }
  });
});
