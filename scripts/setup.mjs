// Run by npm before start, test, dev and the command line: brings node_modules, the Prisma client and the build up to date.
// Plain JavaScript for Node 20 with nothing installed. All words go to stderr: a command's stdout is for programs.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
const mode = process.argv[2];
const bin = join(process.cwd(), "node_modules", ".bin");
const buildInputs = ["app", "components", "lib", "public", "next.config.ts", "postcss.config.mjs"];

if (Number(process.versions.node.split(".")[0]) < 20)
  fail("Longwave needs Node 20 or newer to begin with. Get one from https://nodejs.org.");

step({
  stamp: "node_modules/.longwave-installed",
  inputs: ["package-lock.json"],
  words: "Installing packages from npm; this takes a minute or two and happens once.",
  run: () => run(process.execPath, [npm(), "ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"]),
});
step({
  stamp: "prisma/generated/.longwave-generated",
  inputs: ["prisma/schema.prisma", "package-lock.json"],
  words: "Generating the database client; this takes some seconds.",
  run: () => run(join(bin, "node"), [join(bin, "prisma"), "generate"], { CHECKPOINT_DISABLE: "1" }),
});
if (mode === "start" || mode === "test") {
  step({
    stamp: ".next/longwave-build",
    inputs: [...buildInputs, "prisma/schema.prisma", "package-lock.json"],
    words: "Building the pages; this takes a minute or so and happens after every change.",
    run: () =>
      run(join(bin, "node"), [join(bin, "next"), "build"], { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" }),
  });
}

/** Runs unless the stamp holds the hash of these very inputs. It is taken away first, so that an interrupted run is noticed. */
function step({ stamp, inputs, words, run }) {
  const hash = hashOf(inputs);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return;
  rmSync(stamp, { force: true });
  say(words);
  run();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}

function hashOf(paths) {
  const hash = createHash("sha256").update(`${process.platform} ${process.arch}\n`);
  for (const file of paths.flatMap(filesUnder)) hash.update(`${file}\n`).update(readFileSync(file));
  return hash.digest("hex");
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

/** npm's own script when npm runs us, else the one that came with this Node. */
function npm() {
  const beside = join(dirname(process.execPath), "..", "lib", "node_modules", "npm", "bin", "npm-cli.js");
  return (
    process.env.npm_execpath ??
    (existsSync(beside) ? beside : fail("npm was not found. Start Longwave with `npm start`."))
  );
}

function run(program, args, environment = {}) {
  const env = { ...process.env, ...environment, PATH: `${bin}${delimiter}${process.env.PATH}` };
  const { status, signal, error } = spawnSync(program, args, { stdio: ["ignore", 2, 2], env });
  if (status === 0) return;
  fail(
    `That did not work (${error?.message ?? signal ?? `exit code ${status}`}); what went wrong is said above. The next start tries again.`,
  );
}

function say(sentence) {
  console.error(sentence);
}

function fail(sentence) {
  say(sentence);
  process.exit(1);
}
