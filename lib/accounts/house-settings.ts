import { z } from "zod";
import { signUpMode } from "@/lib/accounts/sign-up-mode";
import { db } from "@/lib/platform/db";
import { singleton } from "@/lib/platform/singleton";

/** The house as the target of an act. */
export const HOUSE_ID = "00000000-0000-0000-0000-000000000000";

/** The rows of HouseSetting that the page of the house's settings writes, and what each holds. */
const rows = z.object({
  name: z.string().nullable().catch(null),
  /** the address of mail that people are told to write to */
  contact: z.string().nullable().catch(null),
  /** the address of the page with the terms */
  terms: z.string().nullable().catch(null),
  announcement: z
    .object({ id: z.string(), text: z.string(), until: z.coerce.date().nullable() })
    .nullable()
    .catch(null),
});

/** What the house admin decided; null where nothing was. */
export type HouseSettings = z.infer<typeof rows>;
export type Announcement = NonNullable<HouseSettings["announcement"]>;

const nothing: HouseSettings = { name: null, contact: null, terms: null, announcement: null };
const DEFAULT_NAME = "Longwave";
const CACHE_MS = 2_000;

type Kept = { settings: HouseSettings; until: number } | null;
const cache = () => singleton<{ kept: Kept }>("house settings", () => ({ kept: null }));

/** As they were two seconds ago at most; the last known, or the defaults, while the database is away. */
export async function houseSettings(): Promise<HouseSettings> {
  const { kept } = cache();
  if (kept && kept.until > Date.now()) return kept.settings;
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

/** The settings as they are at this moment, for the form that changes them, with who may sign up. */
export async function readHouse(): Promise<HouseSettings & { mode: Awaited<ReturnType<typeof signUpMode>> }> {
  return { ...(await readHouseSettings()), mode: await signUpMode() };
}

async function readHouseSettings(): Promise<HouseSettings> {
  const found = await db().houseSetting.findMany({ where: { name: { in: Object.keys(nothing) } } });
  return rows.parse({ ...nothing, ...Object.fromEntries(found.map(({ name, value }) => [name, value])) });
}

/** What a form of the settings says that it was filled from. */
export const stampOf = (fields: object): string => JSON.stringify(Object.entries(fields).sort());
