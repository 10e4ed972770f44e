"use client";

import { SubmitButton } from "@/components/ui/submit-button";
import { useAnswer } from "../../../use-answer";
import { bringBack } from "./actions";
import { tellBack } from "./tell-back";

type Props = { episode: string; title: string };

/** Brings an episode back and says so: its line is gone by then. */
export function BringBack({ episode, title }: Props) {
  const [state, submit] = useAnswer(async (...given: Parameters<typeof bringBack>) => {
    const outcome = await bringBack(...given);
    if (outcome?.ok) tellBack(title, outcome);
    return outcome;
  });
  return (
    <form action={submit}>
      <input type="hidden" name="episode" value={episode} />
      <SubmitButton variant="secondary" size="small" aria-label={`Bring back ${title}`}>
        Bring back
      </SubmitButton>
      {state?.ok === false && <p role="alert">{state.sentence}</p>}
    </form>
  );
}
