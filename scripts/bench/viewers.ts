// What a hundred who watch "on the air" cost, on the production build, which must be there: node --import ./scripts/alias.mjs scripts/bench/viewers.ts
import { readFile } from "node:fs/promises";
import { type ClientRequest, get } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { encode } from "next-auth/jwt";
import { createUser } from "@/lib/accounts/mutations";
import { createSession } from "@/lib/accounts/sessions";
import { closeDatabase, provideDatabaseUrl } from "@/lib/platform/db";
import { reachPostgres } from "@/lib/platform/embedded/reach";
import { sign } from "@/lib/platform/signatures";
import { startHouse } from "@/tests/support/house";
import { record, type Table } from "./record";

const ADMINS = 5; // one browser may hold twenty open
const LISTENERS = 20;
const EACH_MS = 20_000;
const TICKS_PER_SECOND = 100;

const house = await startHouse({ LOG_LEVEL: "error" });
Object.assign(process.env, house.settings); // read once, for the database and the secret
const tally = { updates: 0, bytes: 0 };
try {
  provideDatabaseUrl((await reachPostgres(house.settings.LONGWAVE_DATA_DIR ?? "")).url);
  const cookies = await Promise.all(Array.from({ length: ADMINS }, (_, index) => adminCookie(index)));
  const listening = keepListening(new URL(house.demo.episodes[0]?.enclosure ?? house.url));
  const table: Table = {};
  for (const viewers of [0, 1, 100, 0, 1, 100]) {
    const open = Array.from({ length: viewers }, (_, index) => watch(cookies[index % ADMINS] ?? ""));
    await pause(3_000);
    table[`${viewers} viewers${`${viewers} viewers` in table ? ", again" : ""}`] = await measure(viewers);
    for (const viewer of open) viewer.destroy();
  }
  listening.abort();
  await record("What watching the air costs, while 20 clients ask again and again", table);
} finally {
  await closeDatabase();
  await house.stop();
}

/** What lib/web/session.ts gives a browser; it cannot be had outside of Next. */
async function adminCookie(index: number): Promise<string> {
  const input = { email: `viewer-${index}@example.org`, password: "for a bench only", admin: true };
  const { user } = await createUser(input, new Date());
  const { id: sid } = await createSession(user, new Date());
  return `longwave.session=${await encode({ token: { sid }, secret: sign("next-auth", "session cookie") })}`;
}

/** Each asks for a part, waits, and asks again: about forty requests a second together, so that there is something to tell. */
function keepListening(url: URL): AbortController {
  const stop = new AbortController();
  const ask = async () => {
    while (!stop.signal.aborted) {
      await (await fetch(url, { headers: { range: "bytes=0-65535" } })).arrayBuffer();
      await pause(500);
    }
  };
  for (let index = 0; index < LISTENERS; index += 1) ask().catch(() => stop.abort());
  return stop;
}

function watch(cookie: string): ClientRequest {
  const address = new URL("/api/studio/live?topics=air:house", house.url);
  return get(address, { agent: false, headers: { cookie } }, (answer) => {
    if (answer.statusCode !== 200) throw new Error(`Watching was answered with ${answer.statusCode}.`);
    answer.on("error", () => {});
    answer.on("data", (chunk: Buffer) => {
      tally.bytes += chunk.length;
      tally.updates += chunk.toString().split('"told"').length - 1;
    });
  }).on("error", () => {});
}

async function measure(viewers: number): Promise<Record<string, string | number>> {
  const [began, before] = [performance.now(), await cpuOf(house.pid)];
  Object.assign(tally, { updates: 0, bytes: 0 });
  await pause(EACH_MS);
  const seconds = (performance.now() - began) / 1000;
  const share = ((await cpuOf(house.pid)) - before) / seconds;
  return {
    "CPU of the server, % of a core": (share * 100).toFixed(1),
    "updates a second for each": viewers ? (tally.updates / seconds / viewers).toFixed(2) : "",
    "kB a second for each": viewers ? (tally.bytes / seconds / viewers / 1000).toFixed(2) : "",
  };
}

async function cpuOf(pid: number): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, "utf8")).split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}
