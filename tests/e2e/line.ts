import type { CDPSession, Page } from "@playwright/test";

/** Lets no more than so many bytes a second leave the browser; null: as many as they like. */
export async function slow(page: Page, rate: number | null): Promise<void> {
  const line = lines.get(page) ?? (await page.context().newCDPSession(page));
  lines.set(page, line);
  const conditions = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: rate ?? -1 };
  await line.send("Network.emulateNetworkConditions", conditions);
}

// Conditions of one session would outlast those of another.
const lines = new WeakMap<Page, CDPSession>();
