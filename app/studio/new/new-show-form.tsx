"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import type { WorkspaceChoice } from "@/lib/accounts/workspaces";
import type { ActionState } from "@/lib/web/action";
import { useAnswer } from "../../use-answer";
import { ArtworkField } from "../artwork-field";
import { sendArtwork } from "../send-artwork";
import { CategorySelect } from "./category-select";
import { Preview } from "./preview";

type Props = {
  workspaces: WorkspaceChoice[];
  languages: { code: string; name: string }[];
  categories: { name: string; subcategories: string[] }[];
  create: Send;
  /** for a show that is made already: `show` is its slug */
  correct: Send;
};

type Send = (previous: ActionState, form: FormData) => Promise<ActionState>;

/** The four things a show begins with, beside how apps will show it. */
export function NewShowForm({ workspaces, languages, categories, create, correct }: Props) {
  const [title, setTitle] = useState("");
  const [category, setCategory] = useState("");
  const [workspace, setWorkspace] = useState(workspaces[0]);
  const [picture, setPicture] = useState<File | null>(null);
  const { state, submit, isMade } = useNewShow({ create, correct }, picture);
  const errors: Record<string, string> = state?.ok === false ? state.errors : {};
  return (
    <div className="mt-10 grid gap-x-20 gap-y-14 lg:mt-14 lg:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]">
      <form
        noValidate
        action={submit}
        onReset={(event) => event.preventDefault()}
        className="grid max-w-text content-start gap-8"
      >
        {state?.ok === false && <ErrorSummary problem={state} />}
        <Field name="title" label="Title" error={errors.title}>
          <Input value={title} maxLength={255} autoComplete="off" onChange={(event) => setTitle(event.target.value)} />
        </Field>
        <ArtworkField error={errors.artwork} onChoose={setPicture} />
        <Field name="language" label="Language" error={errors.language}>
          <Select defaultValue="en">
            {languages.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field name="category" label="Category" error={errors.category}>
          <CategorySelect categories={categories} value={category} onChange={setCategory} />
        </Field>
        <WorkspaceField {...{ workspaces, isMade }} chosen={workspace} onChoose={setWorkspace} />
        <SubmitButton className="justify-self-start">{isMade ? "Go on" : "Create show"}</SubmitButton>
      </form>
      <Preview title={title} author={workspace?.name ?? ""} category={category} picture={picture} />
    </div>
  );
}

/**
 * Makes the show, then sends its artwork, then goes there. When the picture is refused the show is there already: sent
 * again, the form corrects it.
 */
function useNewShow({ create, correct }: Pick<Props, "create" | "correct">, picture: File | null) {
  const router = useRouter();
  const [made, setMade] = useState<string | null>(null);
  const [state, submit] = useAnswer(async (previous: ActionState, form: FormData): Promise<ActionState> => {
    form.delete("artwork"); // larger than what an action takes
    const answer = made ? await correct(previous, about(made, form)) : await create(previous, form);
    if (!answer?.ok) return answer;
    const slug = made ?? String(answer.values?.slug);
    setMade(slug);
    const refused = picture && (await sendArtwork(slug, picture));
    if (refused)
      return { ok: false, sentence: "The show is made, but its artwork was not taken.", errors: { artwork: refused } };
    router.push(`/studio/${slug}`);
    return { ok: true };
  });
  return { state, submit, isMade: made !== null };
}

function about(show: string, form: FormData): FormData {
  form.delete("workspace");
  form.set("show", show);
  return form;
}

type WorkspaceProps = {
  workspaces: WorkspaceChoice[];
  /** then it stays where it was made */
  isMade: boolean;
  chosen: WorkspaceChoice | undefined;
  onChoose(workspace: WorkspaceChoice | undefined): void;
};

/** Asked only of those who have several. */
function WorkspaceField({ workspaces, isMade, chosen, onChoose }: WorkspaceProps) {
  if (workspaces.length < 2) return <input type="hidden" name="workspace" value={chosen?.id} />;
  return (
    <Field name="workspace" label="Workspace">
      <Select
        value={chosen?.id}
        disabled={isMade}
        onChange={(event) => onChoose(workspaces.find(({ id }) => id === event.target.value))}
      >
        {workspaces.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
