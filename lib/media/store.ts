import { settings } from "@/lib/platform/env";
import { singleton } from "@/lib/platform/singleton";
import { openStore } from "@/lib/storage/open";
import type { ObjectStore } from "@/lib/storage/port";

/** The object store of this process. */
export const store = (): ObjectStore => singleton("store", () => openStore(settings()));
