import { defineConfig } from "@playwright/test";
import type { Store } from "./tests/e2e/fixtures";
import { chromiumLaunch } from "./tests/support/chromium";

process.env.TZ = "Asia/Kathmandu";

/** Stories in which the store shows. The others run on S3 as well, but not at every `npm test`. */
const aboutBytes =
  /(addresses|delivery|demo|drafts|first-show|leaving|lengths|listener-pages|publishing|scheduling|suspension|upload)\.spec\.ts$/;

/** Stories of what is drawn and said, in which no store can show. */
const aboutScreens = /(commands|hostile|plain-http|screens|whole-house)\.spec\.ts$/;

export default defineConfig<object, { store: Store }>({
  testDir: "tests/e2e",
  globalSetup: "./tests/support/e2e-setup.ts",
  fullyParallel: true,
  workers: 2,
  timeout: 120_000, // a hang is a failure, a busy machine is not
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  retries: process.env.CI ? 1 : 0,
  use: {
    launchOptions: chromiumLaunch(),
    timezoneId: "Asia/Kathmandu",
    trace: "retain-on-failure",
  },
  projects: [
    { name: "embedded", use: { store: "embedded" } },
    { name: "s3", use: { store: "s3" }, testMatch: aboutBytes },
    { name: "s3-long", use: { store: "s3" }, testIgnore: [aboutBytes, aboutScreens] },
  ],
});
