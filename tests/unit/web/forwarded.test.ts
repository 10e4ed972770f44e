import type { IncomingMessage } from "node:http";
import { expect, it } from "vitest";
import { forwardedWatch } from "@/lib/web/forwarded";

const plain = { headers: {} } as IncomingMessage;
const forwarded = { headers: { "x-forwarded-for": "203.0.113.9" } } as unknown as IncomingMessage;

function told(trusted: string[], requests: IncomingMessage[]): string[] {
  const sentences: string[] = [];
  const note = forwardedWatch(trusted, (sentence) => sentences.push(sentence));
  for (const request of requests) note(request);
  return sentences;
}

it("X-Forwarded-For from a proxy that nobody told the house of is said once, without the address", () => {
  const sentences = told([], [plain, forwarded, plain, forwarded]);
  expect(sentences).toEqual([expect.stringContaining("TRUSTED_PROXIES is not set")]);
  expect(sentences[0]).not.toMatch(/203\.0\.113|\d+\.\d+\.\d+/);
});

it("Where proxies are known, or none adds the header, nothing is said", () => {
  expect(told(["10.0.0.0/8"], [forwarded])).toEqual([]);
  expect(told([], [plain])).toEqual([]);
});
