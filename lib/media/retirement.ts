import type { Tx } from "@/lib/platform/db";

/** How long a replaced file's old address still answers: apps that saw the old feed finish what they began. */
export const REPLACED_MS = 30 * 24 * 3600_000;

/** From now on the file answers strangers only until `servedUntil`. */
export const retireMedia = (tx: Tx, id: string, servedUntil: Date) =>
  tx.media.update({ where: { id }, data: { servedUntil } });
