"use client";

import { useActionState } from "react";
import { useScripted } from "@/components/ui/use-scripted";
import type { ActionState } from "@/lib/web/action";
import { answerOf } from "./answer-of";

type Act = (previous: ActionState, form: FormData) => Promise<ActionState>;

/**
 * An action's answer for its form. Where the house does not answer the form stays, with all that is typed in it, and says so.
 * Until the script has come it is the action itself, so that a form works without any.
 */
export function useAnswer(act: Act) {
  const careful: Act = (previous, form) => answerOf(() => act(previous, form));
  return useActionState<ActionState, FormData>(useScripted() ? careful : act, null);
}
