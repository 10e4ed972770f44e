"use client";

import { X } from "lucide-react";
import { buttonLook } from "@/components/ui/button-look";
import type { ActionState } from "@/lib/web/action";
import { useAnswer } from "../use-answer";

type Props = {
  id: string;
  text: string;
  putAway(previous: ActionState, form: FormData): Promise<ActionState>;
};

/** What the house has to say, above everything, until it is put away; the next one is shown again. */
export function AnnouncementBanner({ id, text, putAway }: Props) {
  const [state, submit, isGoing] = useAnswer(putAway);
  if (isGoing || state?.ok) return null;
  return (
    <section aria-label="Announcement" className="flex items-start gap-4 border-b border-signal py-2.5 text-small">
      <span aria-hidden="true" className="mt-[0.42em] size-2 shrink-0 rounded-full bg-signal" />
      <p className="min-w-0 grow py-px whitespace-pre-line">{text}</p>
      <form action={submit} className="-my-2.5 -me-3 shrink-0">
        <input type="hidden" name="announcement" value={id} />
        <button
          type="submit"
          aria-label="Put the announcement away"
          className={buttonLook({ variant: "quiet", size: "icon" })}
        >
          <X aria-hidden="true" />
        </button>
      </form>
    </section>
  );
}
