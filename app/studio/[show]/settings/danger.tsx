"use client";

import { useRouter } from "next/navigation";
import { startTransition, useState } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { ActionState } from "@/lib/web/action";
import { useAnswer } from "../../../use-answer";
import { formOf, takeBackNow } from "../episodes/[episode]/publish/acting";
import { Confirmation } from "./confirmation";
import type { Save } from "./use-section";

type Props = { show: { slug: string; title: string }; remove: Save; restore: Save };

/** The end of a show, with thirty days to think better of it. */
export function DangerSection({ show, remove, restore }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [state, submit] = useAnswer(async (previous: ActionState, form: FormData) => {
    const answer = await remove(previous, form);
    if (!answer?.ok) return answer;
    router.push("/studio");
    const bringBack = () => startTransition(() => takeBackNow(() => restore(null, formOf({ show: show.slug }))));
    toast({
      title: `“${show.title}” is deleted.`,
      description: "For 30 days it can be brought back.",
      action: { label: "Undo", run: bringBack },
    });
    return answer;
  });
  return (
    <>
      <Button variant="danger" size="small" onClick={() => setOpen(true)}>
        Delete show …
      </Button>
      <Confirmation
        open={open}
        onOpenChange={setOpen}
        title="Delete this show?"
        description="Its page, its feed and every episode are gone at once, for listeners and for you. For 30 days it can be brought back from the list of shows; after that its files are deleted, and its address stays taken."
        expected={show.slug}
        ask="Type the show’s address"
        act="Delete show"
        fields={{ show: show.slug }}
        state={state}
        submit={submit}
      />
    </>
  );
}
