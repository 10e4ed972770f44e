import { defineConfig } from "@playwright/test";
import type { Store } from "./tests/e2e/fixtures";
import { chromiumLaunch } from "./tests/support/chromium";

process.env.TZ = "Asia/Kathmandu";

/** Stories in which the store shows. The others run on S3 as well, but not at every `npm test`. */
const aboutBytes = /(delivery|demo|upload)\.spec\.ts$/;

/** Stories of what is drawn and said, in which no store can show. */
const aboutScreens =
  /(by-keyboard|commands|copying|door|floor|hostile|on-a-phone|plain-http|saving|screens|whole-house)\.spec\.ts$/;

/** Stories that take minutes. */
const long = /(by-keyboard|hostile|on-a-phone|screens|whole-house|whole-path)\.spec\.ts$/;

/** How screens are drawn, in both themes and widths: no story. */
const aboutLooks = / (is|are) accessible/;

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
    { name: "embedded", use: { store: "embedded" }, testIgnore: long, grepInvert: aboutLooks },
    { name: "s3", use: { store: "s3" }, testMatch: aboutBytes, grepInvert: aboutLooks },
    // What `npm run test:long` and CI run on top.
    { name: "embedded-long", use: { store: "embedded" }, testMatch: long },
    { name: "embedded-looks", use: { store: "embedded" }, testIgnore: long, grep: aboutLooks },
    { name: "s3-long", use: { store: "s3" }, testIgnore: [aboutBytes, aboutScreens], grepInvert: aboutLooks },
  ],
});
