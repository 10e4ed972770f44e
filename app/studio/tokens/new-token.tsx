"use client";

import { CopyButton } from "@/components/ui/copy-button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import type { WorkspaceChoice } from "@/lib/accounts/workspaces";
import type { ActionState } from "@/lib/web/action";
import { keepTyped } from "../../keep-typed";
import { useAnswer } from "../../use-answer";

type Props = {
  workspaces: WorkspaceChoice[];
  create(previous: ActionState, form: FormData): Promise<ActionState>;
};

/** Makes a token and shows its secret, this once. */
export function NewToken({ workspaces, create }: Props) {
  const [state, submit] = useAnswer(create);
  const problem = state?.ok === false ? state : null;
  return (
    <section aria-labelledby="new-token">
      <h2 id="new-token" className="text-item font-semibold">
        New token
      </h2>
      <form noValidate action={submit} className="mt-6 grid gap-6" onReset={problem ? keepTyped : undefined}>
        {problem && <ErrorSummary problem={problem} />}
        <Field name="name" label="What it is for" hint="You see this name in the list." error={problem?.errors.name}>
          <Input autoComplete="off" maxLength={255} placeholder="Laptop" />
        </Field>
        <WorkspaceField workspaces={workspaces} />
        <SubmitButton className="justify-self-start">Create token</SubmitButton>
      </form>
      {state?.ok && <Secret name={String(state.values?.name)} secret={String(state.values?.secret)} />}
    </section>
  );
}

function WorkspaceField({ workspaces }: { workspaces: WorkspaceChoice[] }) {
  const [only, ...more] = workspaces;
  if (more.length === 0) return <input type="hidden" name="workspace" value={only?.id} />;
  return (
    <Field name="workspace" label="Workspace">
      <Select>
        {workspaces.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function Secret({ name, secret }: { name: string; secret: string }) {
  return (
    <div role="status" className="mt-10 border-s-2 border-signal ps-5">
      <p className="font-medium">The token “{name}” is made. Copy it now: it is not shown again.</p>
      <p className="mt-3">
        <code className="text-small break-all">{secret}</code>
      </p>
      <div className="mt-4">
        <CopyButton key={secret} value={secret} label="Copy token" />
      </div>
    </div>
  );
}
