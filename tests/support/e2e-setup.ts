import { randomBytes } from "node:crypto";
import { type House, startHouse } from "./house";
import { publishHouses } from "./houses";
import { startObjectStoreServer } from "./object-store-server";
import { createDatabase, startThrowAwayPostgres } from "./throw-away-postgres";

type Stop = () => Promise<void>;

/** Starts the house as it comes out of the box, and the grown-up one on DATABASE_URL and S3. */
export default async function startHouses(): Promise<Stop> {
  const stops: Stop[] = [];
  const stopAll = async () => {
    for (const stop of stops.reverse()) await stop();
  };
  const [embedded, s3] = await Promise.allSettled([startOutOfTheBox(stops), startGrownUp(stops)]);
  if (embedded.status === "fulfilled" && s3.status === "fulfilled") {
    publishHouses({ embedded: embedded.value, s3: s3.value });
    return stopAll;
  }
  await stopAll();
  throw embedded.status === "rejected" ? embedded.reason : (s3 as PromiseRejectedResult).reason;
}

async function startOutOfTheBox(stops: Stop[]): Promise<House> {
  const house = await startHouse({});
  stops.push(house.stop);
  return house;
}

async function startGrownUp(stops: Stop[]): Promise<House | null> {
  const store = await startObjectStoreServer();
  if (!store) return null;
  stops.push(store.stop);
  const postgres = await startThrowAwayPostgres();
  stops.push(postgres.stop);
  const house = await startHouse({
    DATABASE_URL: await createDatabase(postgres.url),
    APP_SECRET: randomBytes(32).toString("hex"),
    S3_ENDPOINT: store.endpoint,
    S3_BUCKET: `house-${randomBytes(4).toString("hex")}`,
    S3_ACCESS_KEY_ID: store.accessKeyId,
    S3_SECRET_ACCESS_KEY: store.secretAccessKey,
  });
  stops.push(house.stop);
  return house;
}
