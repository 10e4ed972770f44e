"use client";

import { useSyncExternalStore } from "react";
import { type Item, subscribe, uploads } from "./desk";

const none: readonly Item[] = [];

/** What this tab sends, or could go on with. */
export const useUploads = (): readonly Item[] => useSyncExternalStore(subscribe, uploads, () => none);

/** The upload for one episode. */
export const useUpload = (episode: string): Item | undefined => useUploads().find((item) => item.episode === episode);
