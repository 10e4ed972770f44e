"use client";

import { useState, useTransition } from "react";
import { toast } from "@/components/ui/toast";
import type { ActionState } from "@/lib/web/action";
import { answerOf } from "../../../../../answer-of";
import { saveNow } from "../save-now";
import { undo } from "./actions";

type Refusal = { sentence: string; errors: Record<string, string> };
type ServerAction = (previous: ActionState, form: FormData) => Promise<ActionState>;
type Fields = Record<string, string>;
type Values = Record<string, unknown>;

const unsaved: Refusal = {
  sentence: "Something that you typed could not be saved. Look at the marked fields, then try again.",
  errors: {},
};

/**
 * Runs acts on an episode one at a time, after what was typed is saved. Where not all of it can be, only `actOnSaved` is
 * refused: what went out by mistake must be taken back whatever stands in the form.
 */
export function useActing(episode: string) {
  const [busy, start] = useTransition();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const acting = (needsSave: boolean) => (run: ServerAction, fields: Fields, done: (values: Values) => void) =>
    start(async () => {
      if (!(await saveNow()) && needsSave) return setRefusal(unsaved);
      const state = await answerOf(() => run(null, formOf({ episode, ...fields })));
      if (state?.ok === false) return setRefusal(state);
      setRefusal(null);
      done(state?.values ?? {});
    });
  return { act: acting(false), actOnSaved: acting(true), busy, refusal, forget: () => setRefusal(null) };
}

/** Says what happened to the publication, with the way back. */
export function tellWithUndo(episode: string, title: string, { ticket }: Values): void {
  toast({
    title,
    action: {
      label: "Undo",
      run: () => void takeBackNow(() => undo(null, formOf({ episode, ticket: String(ticket) }))),
    },
  });
}

/** Carries an undo out, wherever its toast stands by now, and says how it went. */
export async function takeBackNow(run: () => Promise<ActionState>): Promise<void> {
  const state = await answerOf(run);
  if (state?.ok === false) toast({ title: state.sentence, urgent: true });
  else toast({ title: "Undone." });
}

export function formOf(fields: Fields): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}
