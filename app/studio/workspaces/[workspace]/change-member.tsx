"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import type { MemberLine, Role } from "@/lib/accounts/members";
import type { ActionState } from "@/lib/web/action";
import { useAnswer } from "../../../use-answer";
import { changeMember, removeMember, transferOwnership } from "./actions";
import { ReachFields } from "./reach-fields";

type Act = (previous: ActionState, form: FormData) => Promise<ActionState>;
type Props = { workspace: string; member: MemberLine; shows: { id: string; title: string }[]; own: Role };

const everyRole = ["owner", "admin", "editor", "analyst"] as const;

/** Another role or other shows for a member, the workspace handed over to them, or their removal. */
export function ChangeMember(props: Props) {
  const { name, email } = props.member;
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="secondary" size="small" aria-label={`Change ${name}`}>
          Change
        </Button>
      }
      title={name}
      description={email}
    >
      <Changes {...props} close={() => setOpen(false)} />
    </Dialog>
  );
}

function Changes({ workspace, member, shows, own, close }: Props & { close(): void }) {
  const ids = (
    <>
      <input type="hidden" name="workspace" value={workspace} />
      <input type="hidden" name="member" value={member.userId} />
    </>
  );
  const closing =
    (act: Act): Act =>
    async (previous, form) => {
      const answer = await act(previous, form);
      if (answer?.ok) close();
      return answer;
    };
  const [changed, change] = useAnswer(closing(changeMember));
  const [removed, remove] = useAnswer(closing(removeMember));
  const [given, give] = useAnswer(closing(transferOwnership));
  const problem = [changed, removed, given].find((state) => state?.ok === false);
  return (
    <>
      {problem?.ok === false && <ErrorSummary problem={problem} />}
      <form action={change} onReset={(event) => event.preventDefault()} className="grid gap-6">
        {ids}
        <ReachFields
          roles={own === "owner" ? everyRole : everyRole.slice(1)}
          shows={shows}
          first={member.role}
          limitedTo={member.limitedTo?.map(({ id }) => id) ?? null}
          errors={changed?.ok === false ? changed.errors : {}}
        />
        <SubmitButton className="justify-self-start">Save</SubmitButton>
      </form>
      <div className="mt-8 grid gap-6 border-t pt-6">
        {own === "owner" && member.role !== "owner" && (
          <form action={give}>
            {ids}
            <p className="text-small text-quiet">They become the owner, and you an admin, in one step.</p>
            <SubmitButton variant="secondary" size="small" className="mt-3">
              Hand the workspace over
            </SubmitButton>
          </form>
        )}
        <form action={remove}>
          {ids}
          <p className="text-small text-quiet">Everything here, and their tokens, is closed to them at once.</p>
          <SubmitButton variant="danger" size="small" className="mt-3">
            Remove from the workspace
          </SubmitButton>
        </form>
      </div>
    </>
  );
}
