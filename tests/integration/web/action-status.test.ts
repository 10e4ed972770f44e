import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { answerTooMany, withActionStatus } from "@/lib/web/action-status";

it("an action that was tried too often is a 429 with Retry-After, whatever status the page would have", async () => {
  const answer = await ask("POST", 900);
  expect(answer.status).toBe(429);
  expect(answer.headers.get("retry-after")).toBe("900");
  expect(await answer.text()).toBe("A sentence.");
});

it("nothing else is", async () => {
  expect((await ask("POST", null)).status).toBe(200);
  expect((await ask("GET", 900)).status).toBe(200);
});

/** Asks a server whose page, in the middle of its answer, tells how long to wait: as Next does around an action. */
async function ask(method: string, wait: number | null): Promise<Response> {
  const page = withActionStatus(async ({ headers }, response) => {
    if (wait) answerTooMany(new Headers(headers as Record<string, string>), wait);
    response.statusCode = 200;
    response.end("A sentence.");
    // Too late: nothing may throw any more.
    answerTooMany(new Headers(headers as Record<string, string>), 1);
  });
  const server = createServer((request, response) => {
    request.headers["x-request-id"] = "an id";
    void page(request, response);
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once("listening", resolve));
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { method });
}
