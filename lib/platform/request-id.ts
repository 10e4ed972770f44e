import { AsyncLocalStorage } from "node:async_hooks";
import { singleton } from "@/lib/platform/singleton";

const present = () => singleton("request id", () => new AsyncLocalStorage<string>());

/** Answers a request: what goes wrong meanwhile is logged with its id. */
export const asRequest = <T>(id: string, answer: () => T): T => present().run(id, answer);

/** Of the request that is being answered; undefined outside of any. */
export const requestId = (): string | undefined => present().getStore();
