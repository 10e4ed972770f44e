import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

type Finding = { file: string; rule: string; message: string };

const refused: [file: string, source: string, says: string][] = [
  ["app/a.tsx", `import { db } from "@/lib/platform/db";`, "ask a query in lib/<noun>/queries.ts"],
  ["app/b.tsx", `import { PrismaClient } from "@/prisma/generated/client";`, "ask a query in lib/<noun>/queries.ts"],
  ["app/c.tsx", `import { objectStore } from "@/lib/storage/store";`, "let lib/delivery answer"],
  ["app/d.tsx", `import { settings } from "@/lib/platform/env";`, "reach it through lib/web"],
  ["app/e/f.tsx", `import { db } from "../../lib/platform/db";`, "Name the room"],
  ["server.ts", `import { page } from "@/app/page";`, "Nobody imports app/"],
  ["scripts/a.ts", `import { page } from "../app/page";`, "Nobody imports app/"],
  ["components/a.tsx", `import { findShow } from "@/lib/shows/queries";`, "only types of lib/<noun>"],
  ["components/b.tsx", `import type { Settings } from "@/lib/platform/env";`, "props in, markup out"],
  ["components/c.tsx", `import { rename } from "@/app/studio/actions";`, "as a prop"],
  ["components/d.tsx", `import { cookies } from "next/headers";`, "components know no request"],
  ["components/ui/a.tsx", `import type { Show } from "@/lib/shows/queries";`, "could ship in another product"],
  ["lib/web/a.ts", `import { findShow } from "@/lib/shows/queries";`, "lib/web is the request edge"],
  ["lib/http/a.ts", `import { log } from "@/lib/platform/log";`, "pure protocol arithmetic"],
  ["lib/http/b.ts", `import { headers } from "next/headers";`, "pure protocol arithmetic"],
  ["lib/storage/a.ts", `import { settings } from "@/lib/platform/env";`, "takes its settings as arguments"],
  [
    "lib/delivery/a.ts",
    `import { findShow } from "@/lib/shows/queries";`,
    "what finds the object belongs in lib/<noun>",
  ],
  [
    "lib/delivery/b.ts",
    `import { settings } from "@/lib/platform/env";`,
    "what finds the object belongs in lib/<noun>",
  ],
  ["lib/platform/a.ts", `import { findUser } from "@/lib/accounts/queries";`, "lib/platform knows no domain word"],
  ["lib/platform/b.ts", `import { objectStore } from "@/lib/storage/store";`, "lib/platform knows no domain word"],
  ["lib/platform/c.ts", `import next from "next";`, "lib/platform knows no domain word"],
  ["lib/audit/a.ts", `import { findUser } from "@/lib/accounts/queries";`, "lib/audit stands below every noun"],
  ["lib/accounts/a.ts", `import { findShow } from "@/lib/shows/queries";`, "lib/accounts stands below shows"],
  ["lib/shows/a.ts", `import { findMedia } from "@/lib/media/queries";`, "lib/shows stands below media"],
  ["lib/shows/b.ts", `import { findMedia } from "../media/queries";`, "Name the room"],
  ["lib/shows/c.ts", `import { getServerSession } from "next-auth";`, "belongs in lib/web"],
  ["lib/shows/d.ts", `import { cookies } from "next/headers";`, "belongs in lib/web"],
  ["lib/shows/e.ts", `import { action } from "@/lib/web/action";`, "belongs in lib/web"],
  ["lib/shows/f.ts", `import { show } from "@/components/show-card";`, "Nobody imports app/ or components/"],
  ["lib/media/a.ts", `import { findEpisode } from "@/lib/episodes/queries";`, "lib/media stands below episodes"],
  ["lib/episodes/a.ts", `import { render } from "@/lib/feed/render";`, "lib/episodes stands below feed"],
  ["lib/feed/a.ts", `import { count } from "@/lib/downloads/count";`, "lib/feed stands below downloads"],
  ["lib/feed/b.ts", `import { toResponse } from "@/lib/delivery/respond";`, "join the two in the route in app/"],
  ["lib/downloads/b.ts", `import { figures } from "@/lib/house/figures";`, "lib/house stands above every noun"],
  ["lib/episodes/b.ts", `import { figures } from "@/lib/house/figures";`, "lib/episodes stands below feed"],
  ["lib/house/a.ts", `import { cookies } from "next/headers";`, "belongs in lib/web"],
  ["lib/downloads/a.ts", `import { GET } from "@/app/healthz/route";`, "Nobody imports app/"],
];

const allowed: [file: string, source: string][] = [
  ["app/ok.tsx", `import { findShow } from "@/lib/shows/queries";`],
  ["app/ok-next.tsx", `import { notFound } from "next/navigation";`],
  ["app/studio/ok.tsx", `import { actor } from "@/lib/web/actor";`],
  ["app/studio/deep/ok.tsx", `import { save } from "../actions";`],
  ["components/ok.tsx", `import type { Show } from "@/lib/shows/queries";`],
  ["components/ok-ui.tsx", `import { Button } from "@/components/ui/button";`],
  ["components/ui/ok.tsx", `import { cn } from "@/components/ui/cn";`],
  ["lib/web/ok.ts", `import { findUser } from "@/lib/accounts/queries";`],
  ["lib/web/ok-next.ts", `import { cookies } from "next/headers";`],
  ["lib/storage/ok.ts", `import type { ByteRange } from "@/lib/http/range";`],
  ["lib/delivery/ok.ts", `import type { ObjectStore } from "@/lib/storage/port";`],
  ["lib/platform/ok.ts", `import { PrismaClient } from "@/prisma/generated/client";`],
  ["lib/audit/ok.ts", `import type { Tx } from "@/lib/platform/db";`],
  ["lib/accounts/ok.ts", `import { record } from "@/lib/audit/mutations";`],
  ["lib/episodes/ok.ts", `import { findMedia } from "@/lib/media/queries";`],
  ["lib/feed/ok.ts", `import { plan } from "@/lib/http/conditional";`],
  ["lib/downloads/ok.ts", `import { findFeed } from "@/lib/feed/queries";`],
  ["lib/house/ok.ts", `import { countLost } from "@/lib/downloads/queries";`],
  ["tests/integration/ok.ts", `import { GET } from "@/app/healthz/route";`],
  ["server.ok.ts", `import { db } from "@/lib/platform/db";`],
];

const circle: [file: string, source: string][] = [
  ["lib/shows/round.ts", `import { b } from "@/lib/shows/about";\nexport const a = b;\n`],
  ["lib/shows/about.ts", `import { a } from "@/lib/shows/round";\nexport const b = a;\n`],
];

describe("the import rule", () => {
  let folder: string;
  let findings: Finding[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "longwave-rooms-"));
    await copyHouse(folder);
    for (const [file, source] of [...refused, ...allowed, ...circle]) await put(folder, file, `${source}\n`);
    findings = await lint(folder);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(refused)("refuses in %s: %s and says: %s", (file, _source, says) => {
    const messages = about(file).map((finding) => finding.message);
    expect(messages.filter((message) => message.includes(says))).toHaveLength(1);
  });

  it.each(allowed)("allows in %s: %s", (file) => {
    expect(about(file)).toEqual([]);
  });

  it("names both ends of an import circle that goes through the @/ alias", () => {
    const ends = findings.filter((finding) => finding.rule === "lint/suspicious/noImportCycles");
    expect(ends.map((finding) => finding.file).sort()).toEqual(["lib/shows/about.ts", "lib/shows/round.ts"]);
  });

  const about = (file: string) =>
    findings.filter((finding) => finding.file === file && /plugin|noRestrictedImports/.test(finding.rule));
});

/** The real configuration, and what it needs to resolve `@/`. */
async function copyHouse(folder: string) {
  for (const file of ["biome.json", "package.json", "tsconfig.json", ".gitignore", "scripts/lint"]) {
    await cp(file, join(folder, file), { recursive: true });
  }
}

async function put(folder: string, file: string, source: string) {
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, file), source);
}

async function lint(folder: string): Promise<Finding[]> {
  const biome = join(process.cwd(), "node_modules/.bin/biome");
  const args = ["lint", "--reporter=json", "--max-diagnostics=none", "."];
  const { stdout } = await promisify(execFile)(biome, args, { cwd: folder }).catch((failed) => failed);
  const { diagnostics } = JSON.parse(stdout);
  return diagnostics.map((found: { category: string; message: unknown; location: { path: unknown } }) => ({
    rule: found.category,
    message: JSON.stringify(found.message),
    file: JSON.stringify(found.location.path).replace(
      /.*?((app|lib|components|scripts|tests)\/[^"]*|server[^"]*)".*/,
      "$1",
    ),
  }));
}
