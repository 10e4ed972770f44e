import { execFile } from "node:child_process";
import type { StoreSettings } from "./stores";

export type Answer = {
  code: number;
  /** the one line on stdout */
  line: Record<string, unknown> & { error?: { code: string; message: string } };
  /** what stderr said */
  words: string;
};

/** Runs `npm run -s longwave -- …args` with these settings and no others. */
export const longwave = (args: string[], settings: Record<string, string>): Promise<Answer> =>
  runForOneLine("scripts/longwave.ts", args, settings);

/** Runs a program of ours whose stdout must be exactly one line of JSON. */
export function runForOneLine(program: string, args: string[], settings: Record<string, string>): Promise<Answer> {
  const { PATH, HOME } = process.env;
  const env: NodeJS.ProcessEnv = { PATH, HOME, NODE_ENV: "production", LOG_LEVEL: "error", ...settings };
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      ["--import", "./scripts/alias.mjs", program, ...args],
      { env },
      (failure, out, words) => {
        const lines = out.split("\n");
        if (lines.length !== 2 || lines[1] !== "") return reject(new Error(`Not one line: ${out}\n${words}`));
        resolve({ code: Number(failure?.code ?? 0), line: JSON.parse(out), words });
      },
    );
  });
}

/** A database and a store as an operator would set them. */
export function settingsFor(databaseUrl: string, { s3, dataDir }: StoreSettings): Record<string, string> {
  const own = {
    DATABASE_URL: databaseUrl,
    APP_SECRET: "a secret that only tests may know about",
    LONGWAVE_DATA_DIR: dataDir,
  };
  if (!s3) return own;
  const { endpoint: S3_ENDPOINT, bucket: S3_BUCKET, accessKeyId, secretAccessKey } = s3;
  return { ...own, S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey };
}
