import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

process.env.TZ = "Asia/Kathmandu"; // an odd zone (UTC+5:45) finds every place that trusts the machine's own

/** What takes long begins first, so that none of it is left alone at the end. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => moduleId.endsWith(".long.test.ts");
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/** Tables of rules that name no store: in a folder at every `npm test`, and on S3 in the long run. */
const tables = [
  "api/{episodes,methods,shows}",
  "cli/{accounts,doctor}",
  "episodes/{previews,publication,revisions,saves,undo}",
  "feed/{paging,readers,rendering}",
  "permissions/{finders,routes}",
  "shows/saves",
  "uploads/{arrival,encoded}",
];

export default defineConfig({
  resolve: {
    alias: [{ find: /^@\//, replacement: fileURLToPath(new URL("./", import.meta.url)) }],
  },
  test: {
    pool: "forks",
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
    env: {
      // Nothing of the settings where the tests are run, and nothing of theirs in the project's own data folder.
      ...Object.fromEntries(["APP_URL", "DATABASE_URL", "S3_ENDPOINT", "SMTP_URL"].map((name) => [name, ""])),
      APP_SECRET: "a secret that only tests may know about",
      LONGWAVE_DATA_DIR: join(tmpdir(), "longwave-tests"),
      LOG_LEVEL: "error",
      WORKER: "off",
    },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    retry: process.env.CI ? 1 : 0, // as in the browser: what a busy machine does to one test in thousands
    projects: [
      { extends: true, test: { name: "unit", include: ["tests/unit/**/*.test.{ts,tsx}"] } },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.{ts,tsx}"],
          exclude: ["**/*.long.test.ts"],
          globalSetup: ["tests/support/global-setup.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "on-s3",
          include: tables.map((table) => `tests/integration/${table}.test.ts`),
          globalSetup: ["tests/support/global-setup.ts"],
          setupFiles: ["tests/support/only-with-s3.ts"],
          env: { LONGWAVE_TEST_STORE: "S3" },
        },
      },
      {
        extends: true,
        test: {
          name: "long",
          include: ["tests/integration/**/*.long.test.ts"],
          globalSetup: ["tests/support/global-setup.ts"],
          testTimeout: 300_000,
        },
      },
    ],
  },
});
