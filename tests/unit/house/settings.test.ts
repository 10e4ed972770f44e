import { describe, expect, it } from "vitest";
import { readSettings, SettingsError } from "@/lib/platform/env";

const secret = "s".repeat(32);
const database = { DATABASE_URL: "postgresql://longwave:word@db:5432/longwave", APP_SECRET: secret };
const bucket = {
  S3_ENDPOINT: "http://minio:9000",
  S3_BUCKET: "longwave",
  S3_ACCESS_KEY_ID: "key",
  S3_SECRET_ACCESS_KEY: "word",
};

const bad: [name: string, environment: Record<string, string>][] = [
  ["PORT", { PORT: "eighty" }],
  ["PORT", { PORT: "0" }],
  ["PORT", { PORT: "65536" }],
  ["PORT", { PORT: "80.5" }],
  ["APP_URL", { APP_URL: "pod.example.org" }],
  ["APP_URL", { APP_URL: "ftp://pod.example.org" }],
  ["APP_URL", { APP_URL: "https://example.org/podcasts" }],
  ["APP_URL", { APP_URL: "https://example.org/?from=mail" }],
  ["APP_URL", { APP_URL: "https://me:word@example.org" }],
  ["DATABASE_URL", { DATABASE_URL: "mysql://db/longwave", APP_SECRET: secret }],
  ["APP_SECRET", { DATABASE_URL: database.DATABASE_URL }],
  ["APP_SECRET", { APP_SECRET: "short" }],
  ["S3_ENDPOINT", { ...bucket, S3_ENDPOINT: "minio:9000" }],
  ["S3_ENDPOINT", { S3_PUBLIC_ENDPOINT: "https://s3.example.org" }],
  ["S3_BUCKET", { ...bucket, S3_BUCKET: "Not A Bucket" }],
  ["S3_BUCKET", { ...bucket, S3_BUCKET: "" }],
  ["S3_ACCESS_KEY_ID", { ...bucket, S3_ACCESS_KEY_ID: "" }],
  ["S3_SECRET_ACCESS_KEY", { ...bucket, S3_SECRET_ACCESS_KEY: "" }],
  ["S3_PUBLIC_ENDPOINT", { ...bucket, S3_PUBLIC_ENDPOINT: "s3.example.org" }],
  ["SMTP_URL", { SMTP_URL: "mail.example.org" }],
  ["ADMIN_EMAIL", { ADMIN_EMAIL: "nobody", ADMIN_PASSWORD: "long enough" }],
  ["ADMIN_PASSWORD", { ADMIN_EMAIL: "a@example.org" }],
  ["ADMIN_EMAIL", { ADMIN_PASSWORD: "long enough" }],
  ["ADMIN_PASSWORD", { ADMIN_EMAIL: "a@example.org", ADMIN_PASSWORD: "short" }],
  ["ADMIN_PASSWORD", { ADMIN_EMAIL: "a@example.org", ADMIN_PASSWORD: "long".repeat(65) }],
  ["WORKER", { WORKER: "sometimes" }],
  ["DATABASE_URL", { WORKER: "external" }],
  ["TRUSTED_PROXIES", { TRUSTED_PROXIES: "127.0.0.1,nginx" }],
  ["MEDIA_OFFLOAD", { MEDIA_OFFLOAD: "nginx" }],
  ["S3_PUBLIC_ENDPOINT", { MEDIA_OFFLOAD: "redirect" }],
  ["TRUSTED_PROXIES", { TRUSTED_PROXIES: "10.0.0.0/33" }],
  ["TRUSTED_PROXIES", { TRUSTED_PROXIES: "::ffff:10.0.0.0/8" }],
  ["MAX_STREAMS", { MAX_STREAMS: "0" }],
  ["MAX_STREAMS_PER_ADDRESS", { MAX_STREAMS_PER_ADDRESS: "many" }],
  ["MEDIA_CACHE_MB", { MEDIA_CACHE_MB: "-1" }],
  ["WEB_CONCURRENCY", { WEB_CONCURRENCY: "0" }],
  ["WEB_CONCURRENCY", { WEB_CONCURRENCY: "17" }],
  ["MEDIA_CACHE_MB", { MEDIA_CACHE_MB: "1.5" }],
  ["TRANSFERS_DAYS", { TRANSFERS_DAYS: "7" }],
  ["EXPRESS_LANE", { EXPRESS_LANE: "fast" }],
  ["LOG_LEVEL", { LOG_LEVEL: "loud" }],
];

describe("settings", () => {
  it("need nothing: the embedded database, the filesystem store, port 3000", () => {
    expect(readSettings({})).toMatchObject({
      port: 3000,
      appUrl: "http://localhost:3000",
      databaseUrl: null,
      s3: null,
      worker: "inside",
      trustedProxies: [],
    });
  });

  it.each(bad)("names %s as the only bad one in %j", (name, environment) => {
    expect(namesOfBad(environment)).toEqual([name]);
  });

  it("names every bad one at once, the ill-formed and the missing", () => {
    const environment = { PORT: "x", WORKER: "y", S3_ENDPOINT: "http://minio:9000", ADMIN_EMAIL: "a@example.org" };
    const missing = ["ADMIN_PASSWORD", "S3_ACCESS_KEY_ID", "S3_BUCKET", "S3_SECRET_ACCESS_KEY"];
    expect(namesOfBad(environment)).toEqual([...missing, "PORT", "WORKER"].sort());
  });

  it("never repeat a secret in the sentence", () => {
    const problems = problemsOf({ APP_SECRET: "hush", DATABASE_URL: "mysql://user:hush@db/x", ADMIN_PASSWORD: "hush" });
    expect(problems.length).toBeGreaterThan(1);
    expect(problems.join()).not.toContain("hush");
  });

  it("count an empty string as unset", () => {
    expect(readSettings({ PORT: "", DATABASE_URL: "", S3_ENDPOINT: "" })).toEqual(readSettings({}));
  });

  it("build addresses without a slash at the end", () => {
    for (const address of ["https://pod.example.org/", "HTTPS://Pod.Example.org:443"])
      expect(readSettings({ APP_URL: address }).appUrl).toBe("https://pod.example.org");
  });

  it("take the grown-up set-up whole", () => {
    const all = readSettings({
      ...database,
      ...bucket,
      WORKER: "external",
      TRUSTED_PROXIES: "127.0.0.1, 10.0.0.0/8, ::1",
    });
    expect(all.s3).toMatchObject({ endpoint: "http://minio:9000", region: "us-east-1", publicEndpoint: null });
    expect(all.trustedProxies).toEqual(["127.0.0.1", "10.0.0.0/8", "::1"]);
  });
});

const namesOfBad = (environment: Record<string, string>) =>
  problemsOf(environment)
    .map((problem) => problem.split(":")[0])
    .sort();

function problemsOf(environment: Record<string, string>): string[] {
  try {
    readSettings(environment);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
}
