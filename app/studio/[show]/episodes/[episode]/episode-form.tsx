"use client";

import Link from "next/link";
import { type ReactNode, useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { voice } from "@/components/voice";
import type { EpisodeFields } from "@/lib/episodes/fields";
import type { ActionState } from "@/lib/web/action";

type Props = {
  show: { slug: string; title: string; language: string; explicit: boolean };
  episode: { id: string; version: number; fields: EpisodeFields };
  mayEdit: boolean;
  save(previous: ActionState, form: FormData): Promise<ActionState>;
  /** AudioSection: stands below the title. */
  audio?: ReactNode;
  /** PublishPanel: stands beside the form, below it on a phone. */
  publish?: ReactNode;
};

/** An episode's page: what is written about it, its audio, and the panel that puts it on the air. */
export function EpisodeForm({ show, episode, mayEdit, save, audio, publish }: Props) {
  const [state, submit] = useActionState(save, null);
  const errors: Record<string, string> = state?.ok === false ? state.errors : {};
  const { title, notes, season, number, type, explicit, slug } = episode.fields;
  return (
    <>
      <p className="mb-6 text-small text-quiet">
        <Link href={`/studio/${show.slug}`} prefetch={false} className="link" {...voice(show.language)}>
          {show.title}
        </Link>
      </p>
      <h1 className="sr-only">{title}</h1>
      <div className="grid gap-x-16 gap-y-14 lg:grid-cols-[minmax(0,1fr)_minmax(0,21rem)]">
        <div className="grid min-w-0 content-start gap-10">
          <form action={submit} onReset={(event) => event.preventDefault()}>
            <fieldset disabled={!mayEdit} className="grid min-w-0 gap-8">
              {state?.ok === false && <ErrorSummary problem={state} />}
              <input type="hidden" name="episode" value={episode.id} />
              <input type="hidden" name="version" value={episode.version} />
              <Field name="title" label="Title" error={errors.title}>
                <Input defaultValue={title} maxLength={255} autoComplete="off" />
              </Field>
              <Field name="notes" label="Notes" error={errors.notes} optional>
                <Textarea rows={8} defaultValue={notes} />
              </Field>
              <div className="grid gap-8 md:grid-cols-2">
                <Field name="season" label="Season" error={errors.season} optional>
                  <Input inputMode="numeric" defaultValue={season ?? ""} />
                </Field>
                <Field name="number" label="Episode" error={errors.number} optional>
                  <Input inputMode="numeric" defaultValue={number ?? ""} />
                </Field>
                <Field name="type" label="Type" error={errors.type}>
                  <Select defaultValue={type}>
                    <option value="full">Full episode</option>
                    <option value="trailer">Trailer</option>
                    <option value="bonus">Bonus</option>
                  </Select>
                </Field>
                <Field name="explicit" label="Explicit" error={errors.explicit} optional>
                  <Select defaultValue={explicit === null ? "" : String(explicit)}>
                    <option value="">As the show: {show.explicit ? "yes" : "no"}</option>
                    <option value="true">Yes</option>
                    <option value="false">No</option>
                  </Select>
                </Field>
              </div>
              <Field name="slug" label="Address" error={errors.slug}>
                <Input defaultValue={slug} autoComplete="off" spellCheck={false} />
              </Field>
              {mayEdit && <SubmitButton className="justify-self-start">Save</SubmitButton>}
            </fieldset>
          </form>
          {audio}
        </div>
        {publish && <aside className="min-w-0 lg:border-s lg:ps-10">{publish}</aside>}
      </div>
    </>
  );
}
