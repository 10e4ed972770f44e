"use client";

import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { useAnswer } from "../../use-answer";
import { saveMode } from "./actions";
import { Done } from "./done";

type Props = { mode: string; modes: readonly string[] };

const words: Record<string, { name: string; hint: string }> = {
  open: { name: "Open", hint: "Anybody may make an account." },
  invitation: {
    name: "By invitation",
    hint: "Whoever has a link of a house admin, or of a workspace, may make an account.",
  },
  closed: { name: "Closed", hint: "Nobody may, but whom a house admin invites." },
};

/** Who may sign up. */
export function ModeForm({ mode, modes }: Props) {
  const [state, submit] = useAnswer(saveMode);
  return (
    <form action={submit} onReset={(event) => event.preventDefault()} className="grid max-w-text gap-4 pt-3">
      {state?.ok === false && <ErrorSummary problem={state} />}
      <input type="hidden" name="seen" value={mode} />
      <fieldset>
        <legend className="sr-only">Who may sign up</legend>
        {modes.map((value) => (
          <label
            key={value}
            className="choice grid grid-cols-[auto_minmax(0,1fr)] items-baseline! gap-x-3 border-b py-3 last:border-0"
          >
            <input
              type="radio"
              name="mode"
              value={value}
              defaultChecked={value === mode}
              className="size-4 translate-y-0.5 accent-ink"
            />
            <span>
              <span className="font-medium">{words[value]?.name ?? value}</span>
              <span className="block text-small text-quiet">{words[value]?.hint}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <SubmitButton size="small">Save</SubmitButton>
        <Done state={state} words="Saved." />
      </div>
    </form>
  );
}
