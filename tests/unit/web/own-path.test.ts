import { expect, it } from "vitest";
import { ownPath } from "@/lib/web/own-path";

it.each(["/studio", "/studio/a-show?sort=date#last", "/"])("%s is a path of this house", (path) => {
  expect(ownPath(path)).toBe(path);
});

it.each([
  null,
  undefined,
  "",
  "studio",
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/%0a/../\n/evil.example",
  "\t//evil.example",
  "/\t/evil.example",
  "https://evil.example",
  "javascript:alert(1)",
])("%j leads to the studio instead", (wish) => {
  expect(ownPath(wish)).toBe("/studio");
});

it("what comes out of dots and slashes stays in the house", () => {
  for (const wish of ["/..//evil.example", "/.//evil.example", "/a/../..//evil.example"])
    expect(new URL(ownPath(wish), "http://localhost:3000").host).toBe("localhost:3000");
});
