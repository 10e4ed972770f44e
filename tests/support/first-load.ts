import { gzipSync } from "node:zlib";
import type { Page } from "playwright";

/** The script that a page brings along with itself: bytes, gzipped, of every file until it is loaded and at rest. */
export async function firstLoadBytes(page: Page, address: string): Promise<number> {
  const scripts = new Set<string>();
  const note = (response: { url(): string; request(): { resourceType(): string } }) => {
    if (response.request().resourceType() === "script") scripts.add(response.url());
  };
  page.on("response", note);
  await page.goto(address, { waitUntil: "load" });
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 5_000 })));
  page.off("response", note);
  // Fetched again: the body of an answer to a page that was just left can no longer be read.
  const bodies = await Promise.all([...scripts].map(async (url) => (await page.request.get(url)).body()));
  return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
}
