import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { newEpisodeSchema, publicationSchema } from "@/lib/episodes/schema";
import { completionSchema, newUploadSchema } from "@/lib/media/schema";
import { newShowSchema } from "@/lib/shows/schema";
import own from "@/package.json" with { type: "json" };

const read = (file: string): string => readFileSync(file, "utf8");
const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found = ""]) => found);

const pages = ["README.md", "CONTRIBUTING.md", "SECURITY.md", ...globSync("docs/**/*.md")].sort();
const decisions = globSync("docs/decisions/*.md").sort();

describe("the words of the house", () => {
  it.each(pages)("%s names only npm scripts that exist", (page) => {
    const named = all(read(page), /\bnpm (?:run (?:-s )?)?(start|test|(?<=run (?:-s )?)[\w:-]+)/g);
    expect(named.filter((name) => !(name in own.scripts))).toEqual([]);
  });

  it.each(pages)("%s gives Node only files that exist", (page) => {
    const files = all(read(page), /\bnode (?:--import \.\/scripts\/alias\.mjs )([\w./-]+)/g);
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });

  it.each(pages)("%s links to files and headings that are there", (page) => {
    const links = all(read(page), /\]\((?!https?:)([^)\s]+)\)/g);
    expect(links.filter((link) => !leadsSomewhere(page, link))).toEqual([]);
  });

  it("list every setting in the README, and no other", () => {
    const known = all(read("lib/platform/env.ts"), /^ {2}([A-Z][A-Z0-9_]+):/gm);
    expect(settingsIn(read("README.md"))).toEqual(known);
  });

  it("give every error code its status in docs/api.md, and no other", () => {
    const known = [...read("lib/web/problems.ts").matchAll(/^ {2}"?([\w-]+)"?: \{ status: (\d{3})/gm)];
    const told = [...read("docs/api.md").matchAll(/^\| `([\w-]+)` \| (\d{3}) \|/gm)];
    const pairs = (rows: RegExpMatchArray[]) => rows.map(([, code, status]) => `${code} ${status}`).sort();
    expect(pairs(known).length).toBeGreaterThan(10);
    expect(pairs(told)).toEqual([...pairs(known), "bug 500"].sort());
  });

  it("tell every call of the API in docs/api.md", () => {
    const told = read("docs/api.md");
    expect(calls().length).toBeGreaterThan(20);
    expect(calls().filter((call) => !told.includes(`\`${call}`))).toEqual([]);
  });

  it("tell every field that the API takes in docs/api.md", () => {
    const told = read("docs/api.md");
    const schemas = [newShowSchema, newUploadSchema, completionSchema, newEpisodeSchema, publicationSchema];
    const fields = schemas.flatMap((schema) => Object.keys(schema.shape));
    expect(fields.filter((field) => !told.includes(`\`${field}\``))).toEqual([]);
  });

  it.each(decisions)("%s bears the number of its file", (page) => {
    expect(read(page)).toMatch(new RegExp(`^# ${Number(basename(page).slice(0, 4))}\\. `));
  });
});

function leadsSomewhere(page: string, link: string): boolean {
  const [path = "", heading] = link.split("#");
  const target = path ? join(dirname(page), path) : page;
  return existsSync(target) && (!heading || headingsOf(read(target)).includes(heading));
}

/** As GitHub makes addresses of headings: lower case, no punctuation, hyphens for spaces. */
const headingsOf = (text: string): string[] =>
  all(text, /^#+ (.+)$/gm).map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replace(/ /g, "-"),
  );

const settingsIn = (readme: string): string[] => all(readme, /^\| `([A-Z][A-Z0-9_]+)` \|/gm);

/** `PATCH /api/v1/shows/{slug}` and so on, from the routes themselves. */
function calls(): string[] {
  return globSync("app/api/v1/**/route.ts")
    .filter((file) => !file.includes("[..."))
    .flatMap((file) => {
      const address = dirname(file).slice("app".length).replaceAll("[", "{").replaceAll("]", "}");
      const methods = all(read(file), /^export (?:const|async function) ([A-Z]+)\b/gm);
      return methods.filter((method) => method !== "HEAD").map((method) => `${method} ${address}`);
    });
}
