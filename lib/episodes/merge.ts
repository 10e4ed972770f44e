import { type FieldName, fieldNames } from "@/lib/episodes/fields";

type Fields = Record<FieldName, unknown>;

/** `fields` hold every change of both; `conflicts` names those that both changed, each its own way: there mine stand, and somebody must choose. */
type Merge<T extends Fields> = { fields: T; conflicts: FieldName[] };

/** Two people's changes to the same version, joined field by field. */
export function mergeEpisode<T extends Fields>(base: T, mine: T, theirs: T): Merge<T> {
  const changed = new Set(changedFields(base, mine));
  const kept = [...changed].map((name) => [name, mine[name]]);
  const conflicts = changedFields(base, theirs).filter((name) => changed.has(name) && mine[name] !== theirs[name]);
  return { fields: { ...theirs, ...Object.fromEntries(kept) }, conflicts };
}

/** The fields in which the two differ. */
export const changedFields = <T extends Fields>(before: T, after: T): FieldName[] =>
  fieldNames.filter((name) => before[name] !== after[name]);
