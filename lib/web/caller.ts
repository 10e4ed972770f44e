import { headers } from "next/headers";
import { clientAddress, proxyList } from "@/lib/http/client-address";
import { settings } from "@/lib/platform/env";

/** The browser that sent a request: where from, and what it calls itself. */
export type Caller = { address: string; userAgent: string | null };

/** Who sent the request that is being answered. */
export const caller = async (): Promise<Caller> => callerOf(await headers());

/** Reads it from a request's headers; the edge wrote the socket's address among them. */
export function callerOf(sent: Pick<Headers, "get">): Caller {
  const socket = sent.get("x-longwave-address") ?? "";
  const address = clientAddress(socket, sent.get("x-forwarded-for"), proxyList(settings().trustedProxies));
  return { address, userAgent: sent.get("user-agent") };
}
