import type { ActionState } from "@/lib/web/action";

/** Says beside a form's button that it was done. */
export const Done = ({ state, words }: { state: ActionState; words: string }) => (
  <p role="status" className="text-small text-quiet">
    {state?.ok && words}
  </p>
);
