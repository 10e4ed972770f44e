import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

it("a noun above accounts asks for shows by what a limited member reaches, not by their workspace", () => {
  const files = globSync("lib/{shows,media,episodes,feed}/**/*.ts");
  expect(files.filter((file) => /\breachableBy\(/.test(readFileSync(file, "utf8")))).toEqual([]);
});
