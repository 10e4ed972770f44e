import { findCompleteShowAt } from "@/lib/feed/public-queries";
import { freshFeed } from "@/lib/feed/rendering";
import { db } from "@/lib/platform/db";
import { type Finding, lookUp } from "@/lib/platform/look-ups";
import type { Address } from "@/lib/shows/queries";
import type { Feed, Show } from "@/prisma/generated/client";

export type FeedAddress = Address<{ show: Show; feed: Feed }>;

/** What answers at `/{slug}/feed.xml`, from memory where it is known. A feed that is stale is rendered first. */
export const lookUpFeed = (slug: string, now: Date): Promise<FeedAddress> =>
  lookUp(`feed ${slug}`, now, () => read(slug, now));

async function read(slug: string, now: Date): Promise<Finding<FeedAddress>> {
  const address = await findCompleteShowAt(slug, now);
  if (!address) return nothing;
  if (!("found" in address)) return { answer: address, about: await ownersOf(slug), until: null };
  const show = address.found;
  const feed = await freshFeed(show, now);
  return feed
    ? { answer: { found: { show, feed } }, about: [show.id, show.workspaceId], until: feed.validUntil }
    : nothing;
}

const nothing = { answer: null, about: [], until: null };

async function ownersOf(slug: string): Promise<string[]> {
  const entry = await db().showSlug.findUnique({ where: { slug }, select: { show: true } });
  return entry ? [entry.show.id, entry.show.workspaceId] : [];
}
