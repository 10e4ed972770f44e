import { databaseUrl } from "@/lib/platform/db";
import type { Child } from "./child";
import { startServer } from "./child-server";
import type { StoreSettings } from "./stores";

export type FullHouse = { server: Child; url: string; look(): Promise<{ lent: number; open: number }> };

/** The production server, Next and all, over the database and the store of this test file; up until the running test is over. */
export async function startFullHouse(
  { s3, dataDir }: StoreSettings,
  settings: Record<string, string>,
): Promise<FullHouse> {
  const ground = {
    ...{ DATABASE_URL: databaseUrl(), APP_SECRET: "a secret that only tests may know about" },
    ...{ LONGWAVE_DATA_DIR: dataDir, WORKER: "off" },
    ...(s3 && {
      ...{ S3_ENDPOINT: s3.endpoint, S3_BUCKET: s3.bucket, S3_REGION: s3.region },
      ...{ S3_ACCESS_KEY_ID: s3.accessKeyId, S3_SECRET_ACCESS_KEY: s3.secretAccessKey },
    }),
  };
  const { server, url } = await startServer({ ...ground, ...settings }, "tests/support/watched-server.ts");
  let looks = 0;
  return {
    server,
    url,
    async look() {
      looks += 1;
      server.process.kill("SIGUSR2");
      const [, lent, open] = await server.said(new RegExp(`Look ${looks}: (\\d+) lent, (\\d+) open`));
      return { lent: Number(lent), open: Number(open) };
    },
  };
}
