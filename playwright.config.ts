import { defineConfig } from "@playwright/test";
import type { Store } from "./tests/e2e/fixtures";
import { chromiumLaunch } from "./tests/support/chromium";

process.env.TZ = "Asia/Kathmandu";

/** Stories about the bytes themselves: on S3 too at every `npm test`. */
const aboutBytes = /(delivery|demo)\.spec\.ts$/;

/** The whole ways, and what is kept, ended or shared: on a PostgreSQL of one's own and S3 too in the long run. */
const onBoth =
  /(admin-accounts|admin-house|artwork|by-keyboard|factors|leaving|members|on-a-phone|stranger|suspension|two-editors|upload|whole-path)\.spec\.ts$/;

/** Left to the long run: stories that take minutes, and those about rooms that stand by themselves. */
const long =
  /(admin-accounts|admin-house|artwork|by-keyboard|calendar|commands|copying|editor|factors|first-minutes|forged|hostile|lengths|live|members|on-a-phone|saving|screens|show-settings|two-editors|whole-house|whole-path)\.spec\.ts$/;

/** How screens are drawn, in both themes and widths: no story. */
const aboutLooks = / (is|are) accessible/;

export default defineConfig<object, { store: Store }>({
  testDir: "tests/e2e",
  globalSetup: "./tests/support/e2e-setup.ts",
  fullyParallel: true,
  workers: 2, // a third takes as long: the browsers use both cores (docs/measurements.md)
  timeout: 120_000, // a hang is a failure, a busy machine is not
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  retries: process.env.CI ? 1 : 0,
  use: {
    launchOptions: chromiumLaunch(),
    timezoneId: "Asia/Kathmandu",
    // What is still fading in has no contrast yet, and what still moves cannot be pressed.
    contextOptions: { reducedMotion: "reduce" },
    trace: "retain-on-failure",
  },
  projects: [
    { name: "embedded", use: { store: "embedded" }, testIgnore: long, grepInvert: aboutLooks },
    { name: "s3", use: { store: "s3" }, testMatch: aboutBytes, grepInvert: aboutLooks },
    // What `npm run test:long` and CI run on top.
    { name: "embedded-long", use: { store: "embedded" }, testMatch: long },
    { name: "embedded-looks", use: { store: "embedded" }, testIgnore: long, grep: aboutLooks },
    { name: "s3-long", use: { store: "s3" }, testMatch: onBoth, grepInvert: aboutLooks },
  ],
});
