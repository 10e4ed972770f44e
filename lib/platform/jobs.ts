import { type Job, PgBoss } from "pg-boss";
import { databaseUrl, type Tx } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { singleton } from "@/lib/platform/singleton";

/** What a kind of job does with its data, and when it also runs by itself (cron, UTC). Idempotent: a job may run twice. */
export type JobKind = {
  run: (data: unknown, signal: AbortSignal) => Promise<void>;
  cron?: string;
  expireInSeconds?: number;
};
export type JobKinds = Record<string, JobKind>;

const boss = () =>
  singleton<{ sender: Promise<PgBoss> | null; worker: PgBoss | null }>("jobs", () => ({ sender: null, worker: null }));

/** Enqueues in the caller's transaction: the job exists exactly when the transaction commits. */
export async function enqueue(tx: Tx, name: string, data: object): Promise<void> {
  await (await sender()).send(name, data, within(tx));
}

/** Has a job that failed for good tried once more when the transaction commits; false when it is none, or none any more. */
export async function retryFailed(tx: Tx, name: string, id: string): Promise<boolean> {
  if (!(await holdFailed(tx, name, id))) return false;
  await (await sender()).retry(name, id, within(tx));
  return true;
}

/** Forgets a job that failed for good when the transaction commits; false when it is none, or none any more. */
export async function discardFailed(tx: Tx, name: string, id: string): Promise<boolean> {
  if (!(await holdFailed(tx, name, id))) return false;
  await (await sender()).deleteJob(name, id, within(tx));
  return true;
}

/** Whoever else decides about the job waits until the transaction ends. */
async function holdFailed(tx: Tx, name: string, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<object[]>`
    SELECT 1 FROM pgboss.job WHERE name = ${name} AND id = ${id}::uuid AND state = 'failed' FOR UPDATE`;
  return rows.length > 0;
}

function sender(): Promise<PgBoss> {
  const here = boss();
  if (here.sender) return here.sender;
  const opening = open({ supervise: false, schedule: false });
  here.sender = opening;
  // The database may be back when the next job is enqueued.
  opening.catch(() => {
    if (here.sender === opening) here.sender = null;
  });
  return opening;
}

const within = (tx: Tx) => ({
  db: {
    executeSql: async (text: string, values: unknown[] = []) => ({
      rows: await tx.$queryRawUnsafe<object[]>(text, ...values),
    }),
  },
});

/** Makes the queues and lets handlers work on them in this process. */
export async function startJobs(kinds: JobKinds): Promise<void> {
  const worker = await open({});
  boss().worker = worker;
  for (const [name, kind] of Object.entries(kinds)) {
    await prepareQueue(worker, name, kind);
    await worker.work<object>(name, { pollingIntervalSeconds: 0.5 }, ([job]) => carryOut(name, kind, job));
    if (kind.cron) await worker.schedule(name, kind.cron);
  }
}

/** Makes the queues without working on them, for processes that only enqueue. */
export async function prepareJobs(kinds: JobKinds): Promise<void> {
  const installer = await open({ supervise: false, schedule: false });
  for (const [name, kind] of Object.entries(kinds)) await prepareQueue(installer, name, kind);
  await installer.stop({ graceful: false });
}

/**
 * Takes up no more jobs in this process and waits up to 20 s for those under way; what is not done by then is taken up again at
 * the next start. Requests may enqueue still.
 */
export async function finishJobs(): Promise<void> {
  const here = boss();
  const { worker } = here;
  here.worker = null;
  await worker?.stop({ graceful: true, timeout: 20_000 }).catch(sayTrouble);
}

/** The same, and enqueues no more either. Never rejects: there is more to close after it. */
export async function stopJobs(): Promise<void> {
  await finishJobs();
  const here = boss();
  const { sender } = here;
  here.sender = null;
  await sender?.then((instance) => instance.stop({ graceful: false })).catch(sayTrouble);
}

const sayTrouble = (error: Error): void =>
  log().warn({ err: error.message }, "The job queue has trouble with the database.");

async function open(options: { supervise?: boolean; schedule?: boolean }): Promise<PgBoss> {
  const instance = new PgBoss({ connectionString: databaseUrl(), max: 3, ...options });
  instance.on("error", sayTrouble);
  await instance.start();
  return instance;
}

async function prepareQueue(instance: PgBoss, name: string, kind: JobKind): Promise<void> {
  const options = { retryLimit: 5, retryDelay: 10, retryBackoff: true, expireInSeconds: kind.expireInSeconds ?? 900 };
  await instance.createQueue(name, options);
}

async function carryOut(name: string, kind: JobKind, job: Job<object> | undefined): Promise<void> {
  if (!job) return;
  try {
    await kind.run(job.data, job.signal);
  } catch (error) {
    log().error({ job: name, id: job.id, err: error }, "A job failed; it will be tried again.");
    throw error;
  }
}
