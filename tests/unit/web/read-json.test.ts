import { describe, expect, it } from "vitest";
import { newEpisodeSchema } from "@/lib/episodes/schema";
import { DomainError } from "@/lib/platform/errors";
import { readJson } from "@/lib/web/api";

const refusals: [body: string, fields: Record<string, string>][] = [
  ["{}", { title: "is required" }],
  ["", { title: "is required" }],
  ['{"title":"a","nope":1}', { nope: "is not a field here" }],
  ['{"title":"a","number":"1"}', { number: "must be a whole number from 1" }],
  ['{"title":"a","number":0.5}', { number: "must be a whole number from 1" }],
  ['{"title":null}', { title: "must be text" }],
  ['{"title":"a","explicit":"yes"}', { explicit: "must be true or false" }],
  ["[]", { body: "must be a JSON object" }],
  ['{"title":"a","type":"film"}', { type: 'must be "full", "trailer" or "bonus"' }],
  [
    '{"number":0,"media":"x"}',
    {
      title: "is required",
      number: "must be a whole number from 1",
      media: "is not the id of a media asset",
    },
  ],
];

describe("a JSON body", () => {
  it.each(refusals)("%s is refused field by field", async (body, fields) => {
    const refused = await failureOf(body);
    expect(refused).toMatchObject({ code: "invalid", facts: { fields } });
    expect(Object.keys(refused.facts.fields as object).sort()).toEqual(Object.keys(fields).sort());
  });

  it("that is no JSON is malformed", async () => {
    expect(await failureOf("{")).toMatchObject({ code: "malformed" });
  });

  it("of more than a megabyte is not read to its end", async () => {
    expect(await failureOf(`"${"x".repeat(1024 ** 2)}"`)).toMatchObject({ code: "too-large" });
  });

  it("that announces more than a megabyte is not touched, so that the connection lives to carry the answer", async () => {
    const headers = { "content-length": `${1024 ** 2 + 1}` };
    const request = new Request("http://localhost/", { method: "POST", body: "{}", headers });
    await expect(readJson(request, newEpisodeSchema)).rejects.toMatchObject({ code: "too-large" });
    expect(request.bodyUsed).toBe(false);
  });
});

async function failureOf(body: string): Promise<DomainError> {
  const request = new Request("http://localhost/", { method: "POST", body });
  const error = await readJson(request, newEpisodeSchema).catch((thrown: unknown) => thrown);
  if (error instanceof DomainError) return error;
  throw new Error(`${body} was taken`);
}
