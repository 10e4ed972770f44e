import { existsSync, readFileSync } from "node:fs";
import { truncate } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { jobKinds } from "@/jobs";
import { provideStore } from "@/lib/media/store";
import { closeDatabase, db, provideDatabaseUrl } from "@/lib/platform/db";
import { startPostgres } from "@/lib/platform/embedded/start";
import { prepareJobs, stopJobs } from "@/lib/platform/jobs";
import { closeListening } from "@/lib/platform/listening";
import { migrate } from "@/lib/platform/migrations";
import { openStore } from "@/lib/storage/open";
import { airEpisode } from "@/tests/support/airing";
import { audience, type Heard } from "@/tests/support/audience";
import { until } from "@/tests/support/child";
import { throwAwayFolder } from "@/tests/support/folder";
import { type FullHouse, startFullHouse } from "@/tests/support/full-house";
import { findMinio } from "@/tests/support/minio-binary";
import { mortalMinio } from "@/tests/support/object-store-server";
import { severedLine } from "@/tests/support/severed-line";
import { patternBytes, type StoreSettings } from "@/tests/support/stores";

const size = 24 * 1024 * 1024;
const whole = patternBytes(size);
const LISTENERS = 50;
const minio = await findMinio();
const lanes = ["on", "off"];

afterAll(async () => {
  await stopJobs();
  await closeListening();
  await closeDatabase();
});

// `npm run test:long` builds first; without a build there is nothing to serve.
describe.skipIf(!existsSync(".next/BUILD_ID"))("while fifty listen", () => {
  it.each(lanes)(
    "a database that is killed and comes back is noticed by none, and all is entered (express lane %s)",
    async (lane) => {
      const { dataDir, kill, revive } = await ownDatabase();
      const house = await start({ s3: null, dataDir }, lane);
      const { path, show } = await airEpisode(size);
      const crowd = await audience(house.url + path, LISTENERS, whole);
      await kill();
      await until("it says so", async () => (await checksOf(house)).database !== "ok", 20_000);
      expect((await checksOf(house)).store).toBe("ok");
      const late = await audience(house.url + path, 5, whole);
      expect([...(await crowd.listen()), ...(await late.listen())].filter(isCutShort)).toEqual([]);
      await revive();
      await until("it is ready again", async () => (await fetch(`${house.url}/readyz`)).ok, 30_000);
      await until("all is entered", async () => (await countTransfers(show.id)) === LISTENERS + 5, 60_000);
      await allGivenBack(house);
    },
  );

  it.skipIf(!("path" in minio)).each(lanes)(
    "a MinIO that is killed ends them short, with no wrong byte, and all goes on when it is back (express lane %s)",
    async (lane) => {
      const server = await mortalMinio("path" in minio ? minio.path : "");
      onTestFinished(server.stop);
      const { dataDir } = await ownDatabase();
      const { endpoint, accessKeyId, secretAccessKey } = server;
      const s3 = {
        endpoint,
        accessKeyId,
        secretAccessKey,
        region: "us-east-1",
        bucket: "mortal",
        publicEndpoint: endpoint,
      };
      const house = await start({ s3, dataDir }, lane);
      const { path } = await airEpisode(size);
      const crowd = await audience(house.url + path, LISTENERS, whole);
      await server.kill();
      const heard = await crowd.listen();
      expect(heard.filter(({ isRight }) => !isRight)).toEqual([]);
      expect(heard.filter(({ isWhole }) => isWhole)).toEqual([]);
      await until("it says so", async () => (await checksOf(house)).store !== "ok", 20_000);
      expect((await checksOf(house)).database).toBe("ok");
      expect((await fetch(house.url + path)).status).toBe(503);
      await allGivenBack(house);
      await server.revive();
      await until("it is ready again", async () => (await fetch(`${house.url}/readyz`)).ok, 30_000);
      const again = await audience(house.url + path, LISTENERS, whole);
      expect((await again.listen()).filter(isCutShort)).toEqual([]);
      await allGivenBack(house);
    },
  );

  it.each(lanes)(
    "a file that is truncated ends them short, with no wrong byte, and nobody hangs (express lane %s)",
    async (lane) => {
      const { dataDir } = await ownDatabase();
      const house = await start({ s3: null, dataDir }, lane);
      const { path, media } = await airEpisode(size);
      const other = await airEpisode(size);
      const crowd = await audience(house.url + path, LISTENERS, whole);
      const left = size - 1_000_000;
      await truncate(join(dataDir, "objects", media.key), left);
      const heard = await crowd.listen();
      expect(heard.filter(({ isRight, isWhole, got }) => !isRight || isWhole || got > left)).toEqual([]);
      await allGivenBack(house);
      const others = await audience(house.url + other.path, 5, whole);
      expect((await others.listen()).filter(isCutShort)).toEqual([]);
    },
  );
});

const isCutShort = ({ status, got, isRight, isWhole }: Heard): boolean =>
  status !== 200 || got !== size || !isRight || !isWhole;

const countTransfers = (showId: string): Promise<number> => db().transfer.count({ where: { showId } });

const checksOf = async ({ url }: FullHouse): Promise<Record<string, string>> =>
  (await (await fetch(`${url}/readyz`)).json()).checks;

const allGivenBack = ({ look }: FullHouse): Promise<void> =>
  until("all is given back", async () => {
    const { lent, open } = await look();
    return lent + open === 0;
  });

/** Nothing is kept in memory: each byte comes from the store. */
async function start(settings: StoreSettings, lane: string): Promise<FullHouse> {
  const store = openStore(settings);
  await store.check();
  provideStore(store);
  const wishes = { EXPRESS_LANE: lane, MEDIA_CACHE_MB: "0", MAX_STREAMS_PER_ADDRESS: "1000" };
  return startFullHouse(settings, wishes);
}

/** A PostgreSQL that may be killed, at an address that stays. */
async function ownDatabase() {
  await stopJobs();
  await closeDatabase();
  const dataDir = throwAwayFolder();
  let postgres = await startPostgres({ dataDir, durable: true });
  const line = await severedLine(postgres.url);
  onTestFinished(async () => {
    line.cut();
    await postgres.stop();
  });
  await migrate(line.url);
  provideDatabaseUrl(line.url);
  await prepareJobs(jobKinds);
  const pidFile = join(dataDir, "postgres", "data", "postmaster.pid");
  return {
    dataDir,
    async kill() {
      process.kill(Number(readFileSync(pidFile, "utf8").split("\n")[0]), "SIGKILL");
      line.cut();
      await postgres.stop();
    },
    async revive() {
      postgres = await startPostgres({ dataDir, durable: true });
      await line.mend(postgres.url);
    },
  };
}
