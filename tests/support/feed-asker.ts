import { freshFeed } from "@/lib/feed/rendering";
import { db } from "@/lib/platform/db";

// Run by tests as a process of its own: says which object is the show's feed, rendering it when nobody has.
const show = await db().show.findUniqueOrThrow({ where: { id: process.argv[2] } });
const feed = await freshFeed(show, new Date());
console.log(`feed: ${feed?.key}`);
process.exit(0);
