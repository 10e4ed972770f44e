import { z } from "zod";
import { db } from "@/lib/platform/db";
import { singleton } from "@/lib/platform/singleton";

/** The rows of HouseSetting that the page of the house's settings writes, and what each holds. */
const rows = {
  name: z.string(),
  contact: z.string(),
  terms: z.string(),
  announcement: z.object({ id: z.string(), text: z.string(), until: z.coerce.date().nullable() }),
};

export type Announcement = z.infer<typeof rows.announcement>;

/** What the house admin decided; null where nothing was. */
export type HouseSettings = {
  name: string | null;
  /** the address of mail that people are told to write to */
  contact: string | null;
  /** the address of the page with the terms */
  terms: string | null;
  announcement: Announcement | null;
};

const DEFAULT_NAME = "Longwave";
const CACHE_MS = 2_000;

type Kept = { settings: HouseSettings; until: number } | null;
const cache = () => singleton<{ kept: Kept }>("house settings", () => ({ kept: null }));

/** As they are in the database at this moment. */
export async function readHouseSettings(): Promise<HouseSettings> {
  const found = await db().houseSetting.findMany({ where: { name: { in: Object.keys(rows) } } });
  const read = <N extends keyof typeof rows>(name: N): z.infer<(typeof rows)[N]> | null => {
    const value = rows[name].safeParse(found.find((row) => row.name === name)?.value);
    return value.success ? (value.data as z.infer<(typeof rows)[N]>) : null;
  };
  return {
    name: read("name"),
    contact: read("contact"),
    terms: read("terms"),
    announcement: read("announcement"),
  };
}

/** As they were two seconds ago at most; the defaults, or the last known, while the database is away. */
export async function houseSettings(): Promise<HouseSettings> {
  const { kept } = cache();
  if (kept && kept.until > Date.now()) return kept.settings;
  const nothing = { name: null, contact: null, terms: null, announcement: null };
  const settings = await readHouseSettings().catch(() => kept?.settings ?? nothing);
  cache().kept = { settings, until: Date.now() + CACHE_MS };
  return settings;
}

/** Called by whoever changes them. */
export function forgetHouseSettings(): void {
  cache().kept = null;
}

/** What stands where a house without a name of its own says "Longwave". */
export const houseName = async (): Promise<string> => (await houseSettings()).name ?? DEFAULT_NAME;

/** The announcement that signed-in people see; null when there is none or its time is over. */
export async function currentAnnouncement(now: Date): Promise<Announcement | null> {
  const { announcement } = await houseSettings();
  return announcement && (!announcement.until || announcement.until > now) ? announcement : null;
}
