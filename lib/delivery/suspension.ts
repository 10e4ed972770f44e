import { endStreams, streamOwners } from "@/lib/delivery/streams";

/** How often the owners of streams under way are looked up; a suspended one's streams must end within 5 s. */
const EVERY_MS = 1_000;

/**
 * Cuts off streams whose owner is no longer to be served. Asks only while streams are open, with one query for all.
 * Returns what stops the watch. A look-up that fails is simply made again.
 */
export function cutSuspended(listSuspended: (owners: string[]) => Promise<string[]>): () => void {
  let asking = false;
  const timer = setInterval(async () => {
    const owners = streamOwners();
    if (asking || owners.length === 0) return;
    asking = true;
    const suspended = await listSuspended(owners).catch(() => []);
    for (const owner of suspended) endStreams(owner);
    asking = false;
  }, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
