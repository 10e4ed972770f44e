// The script that each screen brings along, gzipped: node --import ./scripts/alias.mjs scripts/bench/first-load.ts (after a build)
import { chromium } from "playwright";
import { chromiumLaunch } from "@/tests/support/chromium";
import { firstLoadBytes } from "@/tests/support/first-load";
import { startHouse } from "@/tests/support/house";
import { roomsOf } from "@/tests/support/screens";
import { signIn } from "@/tests/support/signing-in";
import { record, type Table } from "./record";

const house = await startHouse({});
const browser = await chromium.launch(chromiumLaunch());
try {
  const sizes: Table = {};
  for (const { as, at, screens } of await roomsOf(house)) {
    const page = await browser.newPage({ baseURL: house.url });
    if (as) await signIn(page, as, at);
    for (const [screen, address] of Object.entries(screens))
      sizes[screen] = { "KB, gzipped": Math.round((await firstLoadBytes(page, address)) / 100) / 10 };
    await page.close();
  }
  await record("The script that each screen brings along", sizes);
} finally {
  await browser.close();
  await house.stop();
}
