import { globSync } from "node:fs";
import { basename } from "node:path";
import { expect, it } from "vitest";

const drawers =
  /^(utils?|helpers?|misc|common|shared|index|constants|types)\.|[-.](service|manager|helpers?|utils?)\./i;

it("no file is a drawer for anything: each is named by what it is", () => {
  const files = globSync("{app,components,lib,scripts,tests}/**/*.{ts,tsx,mjs}");
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => drawers.test(basename(file)))).toEqual([]);
});

it.each(["utils.ts", "index.ts", "show-service.ts", "UploadManager.ts", "date-helpers.ts"])(
  "%s would be one",
  (name) => {
    expect(drawers.test(name.replace(/([a-z])([A-Z])/g, "$1-$2"))).toBe(true);
  },
);
