import { isIP } from "node:net";
import { z } from "zod";
import { defaultDataDir } from "@/lib/platform/default-data-dir";
import { singleton } from "@/lib/platform/singleton";

export type Settings = ReturnType<typeof readSettings>;

/** Every bad setting at once, a line each: `NAME: what is wrong and what to do`. */
export class SettingsError extends Error {
  override name = "SettingsError";
  readonly problems: string[];
  constructor(problems: string[]) {
    super(`These settings need a look:\n${problems.map((problem) => `  ${problem}`).join("\n")}`);
    this.problems = problems;
  }
}

/** The settings of this process, read once. Throws SettingsError. */
export const settings = (): Settings => singleton("settings", readOwn);

function readOwn(): Settings {
  const own = readSettings(process.env);
  process.env.NEXTAUTH_URL = own.appUrl; // next-auth reads it from nowhere else, and would believe the Host header
  return own;
}

/** Reads and checks all settings of one environment; an empty string counts as unset. */
export function readSettings(environment: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  const problems = [...(parsed.error?.issues.map(sentence) ?? []), ...missing(given)];
  if (!parsed.success || problems.length > 0) throw new SettingsError(problems);
  const { data } = parsed;
  return {
    port: data.PORT,
    appUrl: new URL(data.APP_URL ?? `http://localhost:${data.PORT}`).origin,
    dataDir: data.LONGWAVE_DATA_DIR ?? defaultDataDir(),
    databaseUrl: data.DATABASE_URL ?? null,
    s3: s3Settings(data),
    appSecret: data.APP_SECRET ?? null,
    smtpUrl: data.SMTP_URL ?? null,
    mailFrom: data.MAIL_FROM ?? null,
    adminEmail: data.ADMIN_EMAIL?.toLowerCase() ?? null,
    adminPassword: data.ADMIN_PASSWORD ?? null,
    worker: data.WORKER,
    trustedProxies: data.TRUSTED_PROXIES,
    maxStreams: data.MAX_STREAMS,
    maxStreamsPerAddress: data.MAX_STREAMS_PER_ADDRESS,
    mediaCacheMb: data.MEDIA_CACHE_MB,
    mediaOffload: data.MEDIA_OFFLOAD,
    transfersDays: data.TRANSFERS_DAYS,
    asnDatabase: data.ASN_DATABASE ?? null,
    webConcurrency: data.WEB_CONCURRENCY,
    expressLane: data.EXPRESS_LANE === "on",
    logLevel: data.LOG_LEVEL,
  };
}

const webAddress = (what: string) =>
  z.url({ protocol: /^https?$/, error: `is not ${what}; write it whole, for example https://pod.example.org` });

const port = z.coerce
  .number({ error: "is not a number" })
  .int()
  .min(1, "must be 1 to 65535")
  .max(65535, "must be 1 to 65535");

const amount = z.coerce
  .number({ error: "is not a number" })
  .int("must be a whole number")
  .min(0, "must not be negative");

const proxies = z
  .string()
  .transform((list) =>
    list
      .split(",")
      .map((entry) => entry.trim())
      .filter(Boolean),
  )
  .refine(
    (list) => list.every(isNetwork),
    "must be addresses or networks with commas between, for example 127.0.0.1,10.0.0.0/8",
  );

const schema = z.object({
  PORT: port.default(3000),
  APP_URL: webAddress("the address of this house")
    .refine(isOrigin, "must be an address alone, without path or user; the house lives at the root of its own name")
    .optional(),
  LONGWAVE_DATA_DIR: z.string().optional(),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: "is not a PostgreSQL address; write postgresql://user:password@host:5432/name",
    })
    .optional(),
  S3_ENDPOINT: webAddress("the address of an S3 server").optional(),
  S3_REGION: z.string().default("us-east-1"),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "is not a bucket name: 3 to 63 of a–z, 0–9, dot and hyphen")
    .optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  S3_PUBLIC_ENDPOINT: webAddress("the public address of the S3 server").optional(),
  APP_SECRET: z
    .string()
    .min(32, "is too short: at least 32 characters, for example from `openssl rand -hex 32`")
    .optional(),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: "is not a mail server's address; write smtp://user:password@host:587" })
    .optional(),
  MAIL_FROM: z.string().optional(),
  ADMIN_EMAIL: z.email("is not an e-mail address").optional(),
  ADMIN_PASSWORD: z
    .string()
    .min(10, "is too short: at least 10 characters")
    .max(256, "is too long: at most 256 characters")
    .optional(),
  WORKER: z.enum(["inside", "external", "off"], "must be inside, external or off").default("inside"),
  TRUSTED_PROXIES: proxies.default([]),
  MAX_STREAMS: amount.min(1, "must be at least 1").default(10_000),
  MAX_STREAMS_PER_ADDRESS: amount.min(1, "must be at least 1").default(200),
  MEDIA_CACHE_MB: amount.max(1_000_000, "must be at most 1000000").default(128),
  MEDIA_OFFLOAD: z.enum(["off", "x-accel", "redirect"], "must be off, x-accel or redirect").default("off"),
  TRANSFERS_DAYS: amount.min(35, "must be at least 35: the last month is looked at").default(400),
  ASN_DATABASE: z.string().optional(),
  WEB_CONCURRENCY: amount.min(1, "must be at least 1").max(16, "must be at most 16").default(1),
  EXPRESS_LANE: z.enum(["on", "off"], "must be on or off").default("on"),
  LOG_LEVEL: z
    .enum(["trace", "debug", "info", "warn", "error", "silent"], "must be trace, debug, info, warn, error or silent")
    .default("info"),
});

/** What one setting asks of another, seen even while others are ill-formed. */
function missing(given: Record<string, string | undefined>): string[] {
  const needs: [name: string, needed: boolean, why: string][] = [
    ["APP_SECRET", Boolean(given.DATABASE_URL), "is required with DATABASE_URL; make one with `openssl rand -hex 32`"],
    [
      "DATABASE_URL",
      given.WORKER === "external",
      "is needed with WORKER=external: the embedded database lives inside the server",
    ],
    ["ADMIN_PASSWORD", Boolean(given.ADMIN_EMAIL), "is needed with ADMIN_EMAIL: the two go together"],
    ["ADMIN_EMAIL", Boolean(given.ADMIN_PASSWORD), "is needed with ADMIN_PASSWORD: the two go together"],
    ["S3_ENDPOINT", Boolean(given.S3_PUBLIC_ENDPOINT), "is needed with S3_PUBLIC_ENDPOINT"],
    [
      "S3_PUBLIC_ENDPOINT",
      given.MEDIA_OFFLOAD === "redirect",
      "is needed with MEDIA_OFFLOAD=redirect: it is where listeners are sent",
    ],
    ["S3_BUCKET", Boolean(given.S3_ENDPOINT), "is required with S3_ENDPOINT"],
    ["S3_ACCESS_KEY_ID", Boolean(given.S3_ENDPOINT), "is required with S3_ENDPOINT"],
    ["S3_SECRET_ACCESS_KEY", Boolean(given.S3_ENDPOINT), "is required with S3_ENDPOINT"],
  ];
  return needs.filter(([name, needed]) => needed && !given[name]).map(([name, , why]) => `${name}: ${why}`);
}

function s3Settings(data: z.infer<typeof schema>) {
  if (!data.S3_ENDPOINT) return null;
  return {
    endpoint: data.S3_ENDPOINT,
    region: data.S3_REGION,
    bucket: data.S3_BUCKET ?? "",
    accessKeyId: data.S3_ACCESS_KEY_ID ?? "",
    secretAccessKey: data.S3_SECRET_ACCESS_KEY ?? "",
    /** where browsers and API clients reach the bucket; null: parts go through the app */
    publicEndpoint: data.S3_PUBLIC_ENDPOINT ?? null,
  };
}

/** Pages and feeds answer at no other path, so links must not lead there. */
function isOrigin(address: string): boolean {
  const url = URL.parse(address); // what is none is told of as such
  return url === null || url.href === `${url.origin}/`;
}

function isNetwork(entry: string): boolean {
  const [address = "", bits, ...rest] = entry.split("/");
  const family = isIP(address);
  if (!family || rest.length > 0) return false;
  const least = address.includes(":") && address.includes(".") ? 96 : 0; // an IPv4 address within IPv6
  if (bits === undefined) return true;
  return /^\d{1,3}$/.test(bits) && Number(bits) >= least && Number(bits) <= (family === 4 ? 32 : 128);
}

function sentence(issue: z.core.$ZodIssue): string {
  return `${issue.path.join(".") || "settings"}: ${issue.message}`;
}
