import { type BrowserContext, test as base, type ConsoleMessage, expect } from "@playwright/test";
import type { Demo, House } from "@/tests/support/house";
import { type Houses, housesOfThisRun } from "@/tests/support/houses";
import { wakePages } from "./awake";

export type Store = keyof Houses;

type PerTest = {
  house: House;
  /** The show that `npm run demo` made, at `baseURL`. */
  demo: Demo;
};

type InBrowser = {
  /** Errors in the browser that a test expects, a 404 of the page it visits for example; any other fails it. */
  expectedErrors: RegExp[];
  silentConsole: undefined;
};

type PerWorker = { store: Store; foundHouse: House | null };

/** Tests that speak to the house over sockets of their own; no browser is started for them. */
export const socketTest = base.extend<PerTest, PerWorker>({
  store: ["embedded", { option: true, scope: "worker" }],
  foundHouse: [async ({ store }, use) => use(housesOfThisRun()[store]), { scope: "worker" }],
  house: async ({ foundHouse }, use) => {
    base.skip(foundHouse === null, "No S3 server could be had on this machine.");
    if (foundHouse) await use(foundHouse);
  },
  baseURL: async ({ house }, use) => use(house.url),
  demo: async ({ house }, use) => use(house.demo),
});

/** Tests in a browser, whose pages hear every act and whose console must stay silent, as that of all who have a part must. */
export const test = socketTest.extend<InBrowser>({
  context: async ({ context }, use) => {
    wakePages(context);
    await use(context);
  },
  expectedErrors: [[], { option: true }],
  silentConsole: [
    async ({ browser, context, expectedErrors }, use) => {
      const errors: string[] = [];
      const note = (text: string) => expectedErrors.some((expected) => expected.test(text)) || errors.push(text);
      const listen = (to: BrowserContext) => {
        to.on("console", (message) => isError(message) && note(`${message.text()} (${message.location().url})`));
        to.on("weberror", (error) => note(String(error.error())));
        return to;
      };
      listen(context);
      const open = browser.newContext.bind(browser);
      browser.newContext = (...given) => open(...given).then(listen);
      await use(undefined);
      browser.newContext = open;
      expect(errors, "errors in the browser's console").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

const isError = (message: ConsoleMessage) => message.type() === "error";
