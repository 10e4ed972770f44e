import { PrismaPg } from "@prisma/adapter-pg";
import type { ClientBase } from "pg";
import { CHANGES, passOnChange } from "@/lib/platform/changes";
import { settings } from "@/lib/platform/env";
import { singleton } from "@/lib/platform/singleton";
import { type Prisma, PrismaClient } from "@/prisma/generated/client";

export type Tx = Prisma.TransactionClient;

type Connection = { url: string | null; client: PrismaClient | null };
const connection = () => singleton<Connection>("database", () => ({ url: null, client: null }));

/** The database of this process; one pool. */
export function db(): PrismaClient {
  const here = connection();
  here.client ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: databaseUrl(),
      max: poolSize(),
      connectionTimeoutMillis: 5_000,
      onConnect: hearItself,
    }),
  });
  return here.client;
}

/** Several processes on one machine share what PostgreSQL allows. */
const poolSize = () => Math.max(4, Math.min(10, Math.floor(60 / settings().webConcurrency)));

/** PostgreSQL tells a session that listens of its own change before it says that the commit is done (docs/decisions/0016). */
async function hearItself(connection: ClientBase): Promise<void> {
  connection.on("notification", ({ payload }) => passOnChange(payload ?? ""));
  await connection.query(`LISTEN ${CHANGES}`);
}

export function databaseUrl(): string {
  const url = connection().url ?? settings().databaseUrl;
  if (!url) throw new Error("The embedded database has not been started.");
  return url;
}

/** Tells where the database listens when DATABASE_URL does not: the embedded one, or a test's. */
export function provideDatabaseUrl(url: string): void {
  connection().url = url;
}

/** Closes the pool; a later call of db() opens a new one. */
export async function closeDatabase(): Promise<void> {
  const here = connection();
  await here.client?.$disconnect();
  here.client = null;
}
