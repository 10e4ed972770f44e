import { defineConfig } from "@playwright/test";
import type { Store } from "./tests/e2e/fixtures";
import { chromiumLaunch } from "./tests/support/chromium";

process.env.TZ = "Asia/Kathmandu";

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
    { name: "s3", use: { store: "s3" } },
  ],
});
