import fc from "fast-check";
import { expect, it } from "vitest";
import { type Plan, plan } from "@/lib/delivery/plan";
import { oddRequests } from "@/tests/support/odd-requests";
import { expectedOf, type Thing } from "@/tests/support/oracle";

const thing: Thing = { size: 2_000, tag: "5f1c9be5", modified: Date.parse("2026-11-22T10:00:00.750Z") };
const deliverable = (size: number) => ({
  key: "media/odd.mp3",
  size,
  etag: `"${thing.tag}"`,
  lastModified: new Date(thing.modified),
  contentType: "audio/mpeg",
  cacheControl: "public, max-age=3600",
});

const decided = ({ status, body }: Plan, size: number): unknown => {
  if (body === null) return { status, first: 0, last: -1 };
  return body === "whole" ? { status, first: 0, last: size - 1 } : { status, first: body.start, last: body.end };
};

it.each([thing.size, 1, 0])(
  "Whatever is asked about %i bytes, the plan is what an oracle reads out of RFC 9110",
  (size) => {
    fc.assert(
      fc.property(oddRequests({ ...thing, size }), ({ method, headers }) => {
        const asked = { get: (name: string) => headers[name] ?? null };
        const made = plan({ method, headers: asked }, deliverable(size));
        expect(decided(made, size)).toEqual(expectedOf({ method, headers }, { ...thing, size }));
      }),
      { numRuns: 10_000 },
    );
  },
);

it("The odd requests are odd enough: each outcome comes up among them, and often", () => {
  const outcomes = fc
    .sample(oddRequests(thing), { numRuns: 4_000, seed: 5 })
    .map((request) => expectedOf(request, thing).status);
  for (const status of [200, 206, 304, 412, 416])
    expect([status, outcomes.filter((outcome) => outcome === status).length > 40]).toEqual([status, true]);
});
