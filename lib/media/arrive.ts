import type { Signature } from "@/lib/audit/record";
import type { Tx } from "@/lib/platform/db";
import type { Media } from "@/prisma/generated/client";

/**
 * What a noun above does with audio, in the transaction in which it came or was judged: once as `checking`, once as
 * `ready` or `refused`. Doing it twice changes nothing.
 */
export type Arrive = (tx: Tx, media: Media, by: Signature, now: Date) => Promise<void>;
