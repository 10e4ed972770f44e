import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { jobKinds } from "@/jobs";
import { createUser } from "@/lib/accounts/mutations";
import { findWorkspaceFor } from "@/lib/accounts/queries";
import { provideStore } from "@/lib/media/store";
import { closeDatabase, provideDatabaseUrl } from "@/lib/platform/db";
import { startPostgres } from "@/lib/platform/embedded/start";
import { prepareJobs, stopJobs } from "@/lib/platform/jobs";
import { migrate } from "@/lib/platform/migrations";
import { createShow } from "@/lib/shows/mutations";
import { findShowFor } from "@/lib/shows/queries";
import { openStore } from "@/lib/storage/open";

export type Show = NonNullable<Awaited<ReturnType<typeof makeShow>>>;

/** Runs `measure` with a show in a throw-away PostgreSQL and folder, and leaves nothing behind. */
export async function onThrowAwayGround(measure: (show: Show, dataDir: string) => Promise<void>): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), "longwave-bench-"));
  const postgres = await startPostgres({ dataDir });
  try {
    await migrate(postgres.url);
    provideDatabaseUrl(postgres.url);
    await prepareJobs(jobKinds);
    const store = openStore({ s3: null, dataDir });
    await store.check();
    provideStore(store);
    const show = await makeShow();
    if (show) await measure(show, dataDir);
  } finally {
    await stopJobs();
    await closeDatabase();
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function makeShow() {
  const input = { email: "bench@example.org", password: "for a bench only", admin: false };
  const { user, workspace } = await createUser(input, new Date());
  const actor = { user, workspaceId: workspace.id, via: "token" } as const;
  const mine = await findWorkspaceFor(actor, workspace.id, "owner");
  const category = { category: "Arts", subcategory: "Books" };
  const made = mine && (await createShow(mine, { title: "Bench", language: "en", category, description: "Long." }));
  return made && findShowFor(actor, made.slug, "owner");
}
