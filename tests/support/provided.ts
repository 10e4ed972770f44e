/** An S3 server for tests, and who may use it. */
export type S3Server = { endpoint: string; accessKeyId: string; secretAccessKey: string };

declare module "vitest" {
  interface ProvidedContext {
    /** A throw-away PostgreSQL, and the migrated database in it that each test file gets a copy of. */
    postgres: { url: string; template: string };
    /** null: none could be had on this machine. */
    s3: S3Server | null;
  }
}
