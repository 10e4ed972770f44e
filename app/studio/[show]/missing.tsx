"use client";

import { useState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import type { Blocker } from "@/lib/shows/policy";
import type { ActionState } from "@/lib/web/action";
import { useAnswer } from "../../use-answer";
import { ArtworkForm } from "../artwork-form";

type Describe = (previous: ActionState, form: FormData) => Promise<ActionState>;
type Props = { slug: string; version: number; blockers: Blocker[]; mayEdit: boolean; describe: Describe };

/** What a show lacks before its page and feed answer, each with the place to mend it. */
export function Missing({ slug, version, blockers, mayEdit, describe }: Props) {
  return (
    <section aria-labelledby="missing" className="mt-10 lg:mt-12 lg:border-s lg:ps-12">
      <h2 id="missing" className="text-item font-semibold tracking-[-0.015em]">
        What the show lacks
      </h2>
      <div className="mt-6 grid max-w-text gap-10">
        {blockers.map(({ code, sentence }) => (
          <div key={code}>
            {!mayEdit && <p>{sentence}</p>}
            {mayEdit && code === "show-description" && (
              <Description slug={slug} version={version} describe={describe} />
            )}
            {mayEdit && code === "show-artwork" && <ArtworkForm slug={slug} label="Save artwork" />}
          </div>
        ))}
      </div>
    </section>
  );
}

function Description({ slug, version, describe }: { slug: string; version: number; describe: Describe }) {
  const [state, submit] = useAnswer(describe);
  const [text, setText] = useState("");
  const errors: Record<string, string> = state?.ok === false ? state.errors : {};
  return (
    <form noValidate action={submit} onReset={(event) => event.preventDefault()} className="grid gap-5">
      {state?.ok === false && <ErrorSummary problem={state} />}
      <input type="hidden" name="show" value={slug} />
      <input type="hidden" name="version" value={version} />
      <Field
        name="description"
        label="Description"
        hint="What the show is about and for whom, in a few sentences. Apps show it beside the artwork."
        error={errors.description}
      >
        <Textarea rows={4} value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
      <SubmitButton size="small" className="justify-self-start">
        Save description
      </SubmitButton>
    </form>
  );
}
