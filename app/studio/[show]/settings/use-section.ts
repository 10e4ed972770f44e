"use client";

import { useState } from "react";
import type { Settings, SettingsConflict } from "@/lib/shows/settings";
import type { ActionState } from "@/lib/web/action";
import { useAnswer } from "../../../use-answer";

export type Save = (previous: ActionState, form: FormData) => Promise<ActionState>;
type Fields = Partial<Settings>;
type Held<F> = { values: F; was: F };

/**
 * One section's fields while they are changed. `was` is what they are compared with when they are saved. What others save
 * meanwhile comes in where nothing was changed here; where something was, it stays and is asked about.
 */
export function useSection<F extends Fields>(present: F, save: Save) {
  const [held, setHeld] = useState<Held<F>>({ values: present, was: present });
  const [seen, setSeen] = useState(present);
  const [state, submit] = useAnswer(save);
  if (!same(seen, present)) {
    setSeen(present);
    setHeld(follow(held, present));
  }
  const conflict = openConflict(state, held.was);
  const resolve = (name: keyof Settings, take: "theirs" | "mine") => {
    const theirs = { [name]: conflict?.theirs[name] };
    setHeld(({ values, was }) => ({
      values: take === "theirs" ? { ...values, ...theirs } : values,
      was: { ...was, ...theirs },
    }));
  };
  return {
    values: held.values,
    was: held.was,
    set: (change: Partial<F>) => setHeld(({ values, was }) => ({ values: { ...values, ...change }, was })),
    submit,
    refusal: state?.ok === false ? state : null,
    conflict,
    resolve,
    isChanged: Object.keys(present).some((name) => !alike(held.values[name as keyof F], held.was[name as keyof F])),
    isSaved: state?.ok === true && !state.values?.conflict,
  };
}

const same = (a: object, b: object) => JSON.stringify(a) === JSON.stringify(b);

/** The house keeps no spaces at the ends: with them it is no other value. */
const alike = (a: unknown, b: unknown): boolean =>
  typeof a === "string" && typeof b === "string" ? a.trim() === b.trim() : a === b;

function follow<F extends Fields>({ values, was }: Held<F>, present: F): Held<F> {
  const names = Object.keys(present) as (keyof F)[];
  const untouched = names.filter((name) => alike(values[name], was[name]) || alike(values[name], present[name]));
  const news = Object.fromEntries(untouched.map((name) => [name, present[name]]));
  return { values: { ...values, ...news }, was: { ...was, ...news } };
}

/** What is still to be decided of it: a field is, until it was compared with theirs. */
function openConflict(state: ActionState, was: Fields): SettingsConflict | null {
  const conflict = state?.ok ? (state.values?.conflict as SettingsConflict | null) : null;
  if (!conflict) return null;
  const open = Object.entries(conflict.theirs).filter(([name, theirs]) => was[name as keyof Settings] !== theirs);
  return open.length > 0 ? { ...conflict, theirs: Object.fromEntries(open) } : null;
}
