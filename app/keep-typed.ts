import type { FormEvent } from "react";

const ANEW = "input[autocomplete=one-time-code], input[autocomplete=current-password]";

/** React empties a form with every answer. A refused one keeps what was typed, but for codes and passwords that have to be given anew. */
export function keepTyped(event: FormEvent<HTMLFormElement>): void {
  event.preventDefault();
  for (const field of event.currentTarget.querySelectorAll<HTMLInputElement>(ANEW)) field.value = "";
}
