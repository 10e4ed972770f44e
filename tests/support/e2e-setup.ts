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
  try {
    const embedded = await startHouse({});
    stops.push(embedded.stop);
    const s3 = await startGrownUp(stops);
    publishHouses({ embedded, s3 });
  } catch (error) {
    await stopAll();
    throw error;
  }
  return stopAll;
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
