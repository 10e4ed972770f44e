"use client";

import { startTransition } from "react";
import { LocalTime } from "@/components/local-time";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { voice } from "@/components/voice";
import type { DeletedShow } from "@/lib/shows/queries";
import type { ActionState } from "@/lib/web/action";
import { answerOf } from "../answer-of";

type Props = { shows: DeletedShow[]; restore(previous: ActionState, form: FormData): Promise<ActionState> };

/** What was deleted in the last thirty days and can be brought back. */
export function DeletedShows({ shows, restore }: Props) {
  if (shows.length === 0) return null;
  const bringBack = ({ slug, title }: DeletedShow) =>
    startTransition(async () => {
      const form = new FormData();
      form.set("show", slug);
      const answer = await answerOf(() => restore(null, form));
      if (answer?.ok) toast({ title: `“${title}” is back.` });
      else toast({ title: answer?.sentence ?? "The show was not brought back.", urgent: true });
    });
  return (
    <section aria-labelledby="deleted" className="mt-16">
      <h2 id="deleted" className="text-small text-quiet">
        Deleted in the last 30 days
      </h2>
      <ul className="mt-3 border-t">
        {shows.map((show) => (
          <li key={show.slug} className="flex flex-wrap items-center gap-x-6 gap-y-2 border-b py-3">
            <span className="min-w-0 grow">
              <span className="block font-medium" {...voice(show.language)}>
                {show.title}
              </span>
              <span className="block text-small text-quiet">
                Deleted <LocalTime at={show.deletedAt} />
              </span>
            </span>
            <Button variant="secondary" size="small" onClick={() => bringBack(show)}>
              Bring back<span className="sr-only"> {show.title}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
