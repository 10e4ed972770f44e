// node scripts/complete-lock.mjs [package-lock.json]: run it after `npm install` has changed the lock file.
// A registry that does not carry the binaries of other platforms makes npm leave them out of the lock file, and `npm ci`
// then refuses the file everywhere. They are entered by name and version; npm fetches the one that fits the machine.
import { readFileSync, writeFileSync } from "node:fs";

const file = process.argv[2] ?? "package-lock.json";
const lock = JSON.parse(readFileSync(file, "utf8"));
const systems = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const processors = ["arm64", "arm", "ia32", "x64", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "wasm32"];

let added = 0;
for (const [path, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(optionalDependencies)) if (!resolves(path, name)) enter(name, range, dev);
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.error(`${added} packages of other platforms entered in ${file}.`);

/** As Node finds a package: beside the one that asks, then further and further out. */
function resolves(path, name) {
  const folder = path ? `${path}/` : "";
  if (lock.packages[`${folder}node_modules/${name}`]) return true;
  return path !== "" && resolves(path.slice(0, Math.max(0, path.lastIndexOf("node_modules/") - 1)), name);
}

function enter(name, range, dev) {
  const words = name.replace("windows", "win32").split(/[^a-z0-9]+/);
  const cpu = processors.find((processor) =>
    words.some((word) => word === processor || (processor === "arm" && word.startsWith("arm"))),
  );
  const os = systems.find((system) => words.includes(system));
  lock.packages[`node_modules/${name}`] = {
    version: range.replace(/^[\^~]/, ""),
    ...(cpu && { cpu: [cpu] }),
    ...(dev && { dev }),
    ...(words.includes("musl") && { libc: ["musl"] }),
    optional: true,
    ...(os && { os: [os] }),
  };
  added++;
}
