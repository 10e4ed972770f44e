import { onTestFinished } from "vitest";
import { freshFeed } from "@/lib/feed/rendering";
import { provideStore, store } from "@/lib/media/store";
import { db } from "@/lib/platform/db";
import { present } from "./shows";
import { bytesOf } from "./stores";

type Id = { id: string };

export const feedOf = async ({ id }: Id, now = new Date()) =>
  present(await freshFeed(await db().show.findUniqueOrThrow({ where: { id } }), now));

export const xmlOf = async (show: Id, now = new Date()): Promise<string> => {
  const { key } = await feedOf(show, now);
  return (await bytesOf(await store().read(key, null, new AbortController().signal))).toString();
};

/** Counts the objects that are written from here on. */
export function countWrites(): () => number {
  const real = store();
  let count = 0;
  provideStore({
    ...real,
    write: (...given) => {
      count += 1;
      return real.write(...given);
    },
  });
  onTestFinished(() => provideStore(real));
  return () => count;
}
