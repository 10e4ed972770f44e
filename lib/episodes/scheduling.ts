import { z } from "zod";
import { isTimeZone } from "@/lib/accounts/zone-names";
import { episodeState } from "@/lib/episodes/state";
import { addDays, readWallTime, wallTimeAt } from "@/lib/episodes/zones";
import { DomainError } from "@/lib/platform/errors";
import type { Episode } from "@/prisma/generated/client";

const date = z
  .string()
  .refine((text) => /^(19|[2-8]\d)\d\d-\d\d-\d\d$/.test(text) && isOnCalendar(text), "is not a day of the calendar");
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day like "06:00"');
const zone = z.string().refine(isTimeZone, "is not a time zone");

/** What a form says about when: a wall time in a zone. The instant is worked out here, whatever the browser said. */
export const wallTimeSchema = z.strictObject({ episode: z.string(), date, time, zone });
export const moveSchema = z.strictObject({ episode: z.string(), date, zone });

/** The instant of a scheduled episode at the same time of day on another day. Throws `conflict`, `invalid`. */
export function sameTimeOn(
  day: string,
  zoneName: string,
  episode: Pick<Episode, "publishAt" | "unpublishedAt">,
  now: Date,
): Date {
  if (!episode.publishAt || episodeState(episode, now) !== "scheduled")
    throw new DomainError("conflict", "Only what is scheduled can be moved; this episode no longer is.");
  const { at } = readWallTime({ date: day, time: wallTimeAt(episode.publishAt, zoneName).time }, zoneName);
  if (at > now) return at;
  throw new DomainError("invalid", "That moment has passed. Choose a later day.", {
    fields: { date: "has passed; choose a later day" },
  });
}

const isOnCalendar = (text: string): boolean => Number.isFinite(Date.parse(text)) && addDays(text, 0) === text;
