import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { SchemaEngine } from "@prisma/schema-engine-wasm";
import { startPostgres } from "@/lib/platform/embedded/start";

/** The SQL that leads from one Prisma schema (null: an empty database) to another. `url`: any PostgreSQL; the engine asks its version. */
export async function schemaDifference(url: string, from: string | null, to: string): Promise<string> {
  const adapter = bindMigrationAwareSqlAdapterFactory(
    new PrismaPg({ connectionString: url, max: 1, idleTimeoutMillis: 1 }),
  );
  const engine = await SchemaEngine.new({ datamodels: undefined }, () => {}, adapter);
  const { stdout } = await engine.diff({
    from: from === null ? { tag: "empty" } : datamodel(from),
    to: datamodel(to),
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  engine.free();
  return stdout ?? "";
}

/** Lends a throw-away PostgreSQL. */
export async function withPostgres<T>(work: (url: string) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), "longwave-schema-"));
  const postgres = await startPostgres({ dataDir, durable: false });
  try {
    return await work(postgres.url);
  } finally {
    await postgres.stop();
    rmSync(dataDir, { recursive: true });
  }
}

function datamodel(content: string) {
  return { tag: "schemaDatamodel" as const, files: [{ path: "schema.prisma", content }] };
}
