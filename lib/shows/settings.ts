import type { Granted } from "@/lib/accounts/actor";
import { db } from "@/lib/platform/db";
import { formatCategory } from "@/lib/shows/categories";
import { changeShow } from "@/lib/shows/mutations";
import type { ShowChanges } from "@/lib/shows/schema";
import type { Show } from "@/prisma/generated/client";

/** A show's settings as a form holds them. */
export type Settings = {
  title: string;
  description: string;
  author: string;
  language: string;
  /** "Arts > Books" */
  category: string;
  type: "episodic" | "serial";
  explicit: boolean;
  ownerEmail: string | null;
  publishOwnerEmail: boolean;
  locked: boolean;
};

/** Somebody else saved a field that was changed here too: who, when, and what stands there now. */
export type SettingsConflict = { by: string; at: Date | null; theirs: Partial<Settings> };

type Opened = Record<string, string | boolean | null>;

export function settingsOf(show: Show): Settings {
  const { title, description, author, language, type, explicit, ownerEmail, publishOwnerEmail, locked } = show;
  const category = formatCategory(show);
  return { title, description, author, language, category, type, explicit, ownerEmail, publishOwnerEmail, locked };
}

/**
 * Saves what was changed in a form. `was` is what stood there when it was opened: what others saved meanwhile in other
 * fields stays; in the same field nothing is written, and the conflict is given.
 */
export async function saveSettings(
  show: Granted<Show, "editor">,
  was: Opened,
  wanted: ShowChanges,
  now: Date,
): Promise<SettingsConflict | null> {
  const present: Opened = settingsOf(show);
  const mine = plain(wanted);
  const changed = Object.keys(mine).filter((name) => mine[name] !== (name in was ? was[name] : present[name]));
  const disputed = changed.filter((name) => name in was && was[name] !== present[name] && mine[name] !== present[name]);
  if (disputed.length > 0) return conflictOver(show, disputed, present);
  const changes = Object.fromEntries(Object.entries(wanted).filter(([name]) => changed.includes(name)));
  if (changed.length > 0) await changeShow(show, show.version, changes, now);
  return null;
}

function plain({ category, ...rest }: ShowChanges): Opened {
  return { ...rest, ...(category && { category: formatCategory(category) }) } as Opened;
}

async function conflictOver({ id }: Show, names: string[], present: Opened): Promise<SettingsConflict> {
  const columns = names.flatMap((name) => (name === "category" ? ["category", "subcategory"] : [name]));
  const [last] = await db().$queryRaw<{ name: string | null; at: Date }[]>`
    SELECT u.name, a.at FROM "AuditEvent" a LEFT JOIN "User" u ON u.id = a."actorId"
    WHERE a."targetType" = 'show' AND a."targetId" = ${id}::uuid AND a.difference ?| ${columns}
    ORDER BY a.at DESC LIMIT 1`;
  const theirs = Object.fromEntries(names.map((name) => [name, present[name]]));
  return { by: last?.name ?? "Somebody", at: last?.at ?? null, theirs };
}
