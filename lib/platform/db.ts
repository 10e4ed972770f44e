import { PrismaPg } from "@prisma/adapter-pg";
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
    adapter: new PrismaPg({ connectionString: databaseUrl(), max: 10, connectionTimeoutMillis: 5_000 }),
  });
  return here.client;
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
