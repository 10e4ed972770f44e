import { settings } from "@/lib/platform/env";
import { singleton } from "@/lib/platform/singleton";
import { openStore } from "@/lib/storage/open";
import type { ObjectStore } from "@/lib/storage/port";

const kept = () => singleton<{ store: ObjectStore | null }>("store", () => ({ store: null }));

/** The object store of this process. */
export function store(): ObjectStore {
  const here = kept();
  here.store ??= openStore(settings());
  return here.store;
}

/** Tells the store to use instead of the one that the settings name: a test's. */
export function provideStore(other: ObjectStore): void {
  kept().store = other;
}
