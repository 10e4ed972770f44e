import { vi } from "vitest";
import { settings } from "@/lib/platform/env";

const jar = new Map<string, string>();
const sent = new Headers();

/** Stands in for Next's own words about the request that is being answered, which work only inside its server. */
export const nextHeaders = () => ({
  headers: async () => sent,
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    set: vi.fn((name: string, value: string) => void (value ? jar.set(name, value) : jar.delete(name))),
  }),
});

/** A browser without cookies that sends its next requests from `origin`, our own unless told. */
export function freshBrowser(origin: string | null = new URL(settings().appUrl).origin): void {
  jar.clear();
  for (const name of [...sent.keys()]) sent.delete(name);
  if (origin) sent.set("origin", origin);
  sent.set("x-longwave-address", `192.0.2.${Math.floor(Math.random() * 250)}`);
}

/** A header that the browser, or the edge for it, sends from now on. */
export const sends = (name: string, value: string): void => sent.set(name, value);

export function form(fields: Record<string, string | string[]>): FormData {
  const data = new FormData();
  for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) data.append(name, value);
  return data;
}
