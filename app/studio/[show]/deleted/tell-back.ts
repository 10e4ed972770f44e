import { toast } from "@/components/ui/toast";
import type { ActionState } from "@/lib/web/action";

/** Says that an episode is back, and what keeps it off the air by now; or why it is not back. */
export function tellBack(title: string, back: ActionState): void {
  const why = back?.ok && back.values?.offAir;
  if (!back?.ok) toast({ title: back?.sentence ?? "It was not brought back. Try again.", urgent: true });
  else toast({ title: `“${title}” is back.`, description: why ? `It is off the air. ${why}` : undefined });
}
