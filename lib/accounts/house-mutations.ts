import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { asAdmin, type HouseAdmin } from "@/lib/accounts/actor";
import type { announcementSchema, houseSchema, modeSchema } from "@/lib/accounts/house-schema";
import { forgetHouseSettings, HOUSE_ID, stampOf } from "@/lib/accounts/house-settings";
import { keepSignUpMode, signUpMode } from "@/lib/accounts/sign-up-mode";
import { differenceBetween, hiding, record } from "@/lib/audit/record";
import { db, type Tx } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/generated/client";

type Fields = Record<string, Prisma.InputJsonValue | null>;

/** Gives the house its name, contact and terms; what is null stands at its default. Throws `stale`. */
export async function changeHouse(admin: HouseAdmin, { seen, ...fields }: z.infer<typeof houseSchema>): Promise<void> {
  await change(admin, "changeHouse", fields, seen);
}

/** Puts an announcement before everybody who is signed in, in place of the one before. Throws `stale`, `invalid`. */
export async function announce(
  admin: HouseAdmin,
  { seen, text, until }: z.infer<typeof announcementSchema>,
  now: Date,
): Promise<void> {
  if (until && until <= now)
    throw new DomainError("invalid", "Some fields need a look.", { fields: { until: "is over already" } });
  const announcement = { id: randomUUID(), text, until: until?.toISOString() ?? null };
  await change(admin, "announce", { announcement }, seen);
}

/** Takes the announcement back. Throws `stale`. */
export async function takeBackAnnouncement(admin: HouseAdmin, seen: string): Promise<void> {
  await change(admin, "takeBackAnnouncement", { announcement: null }, seen);
}

/** Says who may make an account. Throws `stale`. */
export async function changeSignUpMode(admin: HouseAdmin, { seen, mode }: z.infer<typeof modeSchema>): Promise<void> {
  await db().$transaction(async (tx) => {
    await hold(tx);
    const before = await signUpMode(tx);
    if (before !== seen) throw stale();
    if (before === mode) return;
    await keepSignUpMode(tx, mode);
    await note(tx, admin, "changeSignUpMode", { mode: [before, mode] });
  });
}

async function change(admin: HouseAdmin, act: string, fields: Fields, seen: string): Promise<void> {
  await db().$transaction(async (tx) => {
    await hold(tx);
    const rows = await tx.houseSetting.findMany({ where: { name: { in: Object.keys(fields) } } });
    const kept = new Map(rows.map(({ name, value }) => [name, value]));
    const before = Object.fromEntries(Object.keys(fields).map((name) => [name, kept.get(name) ?? null]));
    if (stampOf(before) !== seen) throw stale();
    const difference = differenceBetween<object>(before, fields);
    if (Object.keys(difference).length === 0) return;
    for (const [name, value] of Object.entries(fields)) await keep(tx, name, value);
    await note(tx, admin, act, hiding(difference, "contact"));
  });
  forgetHouseSettings();
}

async function keep(tx: Tx, name: string, value: Prisma.InputJsonValue | null): Promise<void> {
  if (value === null) await tx.houseSetting.deleteMany({ where: { name } });
  else await tx.houseSetting.upsert({ where: { name }, create: { name, value }, update: { value } });
}

/** One change of the house at a time. */
const hold = (tx: Tx) => tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('house settings'))`;

const stale = () =>
  new DomainError(
    "stale",
    "Another admin saved this after you opened the page. Nothing of yours was written; open it again and look.",
  );

const note = (tx: Tx, admin: HouseAdmin, act: string, difference: Record<string, unknown>) =>
  record(tx, { ...asAdmin(admin), act, target: { type: "house", id: HOUSE_ID }, difference });
