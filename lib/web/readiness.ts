import { databaseUrl, db } from "@/lib/platform/db";
import { pendingMigrations } from "@/lib/platform/migrations";
import { singleton } from "@/lib/platform/singleton";

type Check = { name: string; run: () => Promise<void> };
type Report = { ready: boolean; checks: Record<string, string> };
type Recent = { at: number; report: Promise<Report> };

const freshFor = 1_000; // ms; however often it is asked, the database and the store are asked once a second

/** 200 when database, migrations and store are as they must be, else 503 with a sentence for what is not. */
export async function readiness(checkStore: () => Promise<void>, now: Date): Promise<Response> {
  const shelf = singleton<{ recent: Recent | null }>("readiness", () => ({ recent: null }));
  if (!shelf.recent || now.getTime() - shelf.recent.at > freshFor) {
    shelf.recent = {
      at: now.getTime(),
      report: lookAround([database, migrations, { name: "store", run: checkStore }]),
    };
  }
  const report = await shelf.recent.report;
  return Response.json(report, { status: report.ready ? 200 : 503, headers: { "cache-control": "no-store" } });
}

const database: Check = {
  name: "database",
  run: async () => {
    await db().$queryRaw`select 1`.catch(() => {
      throw new Error("The database does not answer.");
    });
  },
};

const migrations: Check = {
  name: "migrations",
  run: async () => {
    const pending = await pendingMigrations(databaseUrl());
    if (pending.length > 0) throw new Error(`Not applied to the database: ${pending.join(", ")}.`);
  },
};

async function lookAround(checks: Check[]): Promise<Report> {
  const found = await Promise.all(checks.map(async ({ name, run }) => [name, await outcome(run)] as const));
  return { ready: found.every(([, word]) => word === "ok"), checks: Object.fromEntries(found) };
}

async function outcome(run: () => Promise<void>): Promise<string> {
  try {
    await within(5_000, run());
    return "ok";
  } catch (error) {
    return (error as Error).message || "It did not answer.";
  }
}

function within(ms: number, work: Promise<void>): Promise<void> {
  const { promise, reject } = Promise.withResolvers<void>();
  const timer = setTimeout(() => reject(new Error(`No answer within ${ms / 1000} seconds.`)), ms);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
}
