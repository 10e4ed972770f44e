"use client";

import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { ActionState } from "@/lib/web/action";
import { ActButton } from "./act-button";
import { ActDialog } from "./act-dialog";

type Props = {
  what: "show" | "episode";
  title: string;
  fields: Record<string, string>;
  takenDown: boolean;
  takeDown(previous: ActionState, form: FormData): Promise<ActionState>;
  lift(previous: ActionState, form: FormData): Promise<ActionState>;
};

/** Takes something off the air with a reason, or puts it back. */
export function Takedown({ what, title, fields, takenDown, takeDown, lift }: Props) {
  if (takenDown) return <ActButton act={lift} fields={fields} label="Put it back on the air" variant="primary" />;
  return (
    <ActDialog
      act={takeDown}
      fields={fields}
      label="Take down"
      variant="danger"
      title={`Take down ${title}?`}
      description={
        what === "show"
          ? "Its page, its feed and its audio answer that they are gone, within a second; who is listening is cut off. Nothing is deleted. The reason is mailed to its owners, and stands in their studio."
          : "It leaves the feed; its page and its audio answer that they are gone, within a second; who is listening is cut off. Nothing is deleted. The reason is mailed to the show's owners, and stands in their studio."
      }
      confirm={`Take the ${what} down`}
    >
      {(errors, typed) => (
        <Field name="reason" label="Reason" error={errors.reason}>
          <Textarea defaultValue={typed.reason} maxLength={1000} />
        </Field>
      )}
    </ActDialog>
  );
}
