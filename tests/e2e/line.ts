import type { CDPSession, Page, Request } from "@playwright/test";

type Conditions = { offline?: boolean };

/** Lets no more than so many bytes a second leave the browser; null: as many as they like. */
export async function slow(page: Page, rate: number | null, { offline = false }: Conditions = {}): Promise<void> {
  const line = lines.get(page) ?? (await page.context().newCDPSession(page));
  lines.set(page, line);
  const conditions = { offline, latency: 0, downloadThroughput: -1, uploadThroughput: rate ?? -1 };
  await line.send("Network.emulateNetworkConditions", conditions);
}

// Conditions of one session would outlast those of another.
const lines = new WeakMap<Page, CDPSession>();

/** The numbers of the parts that leave this page from now on, and of those that the house has. */
export function watchParts(page: Page): { sent: number[]; received: number[] } {
  const [sent, received]: [number[], number[]] = [[], []];
  page.on("request", (request) => sent.push(...partOf(request)));
  page.on("response", (answer) => received.push(...partOf(answer.request())));
  return { sent, received };
}

/** What this page asks for from now on, as long as it has not got it. */
export function watchUnderWay(page: Page, isMeant: (request: Request) => boolean): Set<Request> {
  const underWay = new Set<Request>();
  page.on("request", (request) => isMeant(request) && underWay.add(request));
  page.on("requestfinished", (request) => underWay.delete(request));
  page.on("requestfailed", (request) => underWay.delete(request));
  return underWay;
}

/** The first part of an upload gets through; the others stay on their way until the page is left. */
export const stallAfterFirstPart = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { open } = XMLHttpRequest.prototype;
    XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, method: string, address: string | URL) {
      if (/(?:\/parts\/|partNumber=)(?!1\b)\d/.test(String(address))) this.send = () => {};
      open.call(this, method, address, true);
    };
  });

const partOf = (request: { method(): string; url(): string }): number[] =>
  request.method() === "PUT" ? numberIn(request.url()) : [];

/** The part that an address is for, on either store; none where it is for something else. */
const numberIn = (address: string): number[] =>
  [...address.matchAll(/(?:\/parts\/|partNumber=)(\d+)/g)].map(([, number]) => Number(number));
