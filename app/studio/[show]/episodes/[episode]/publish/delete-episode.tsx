"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { tellDeleted } from "../../../deleted/delete-and-tell";
import { useEditor } from "../editing/context";
import { useActing } from "./acting";
import { removeEpisode } from "./actions";

type Props = { show: string; episode: string; title: string };

/** No "Are you sure?": it leads back to the show, where the way back stands. */
export function DeleteEpisode({ show, episode, title }: Props) {
  const router = useRouter();
  const { session } = useEditor();
  const { act, busy, refusal } = useActing(episode);
  const remove = () =>
    act(removeEpisode, {}, () => {
      session.end();
      router.push(`/studio/${show}`);
      tellDeleted({ id: episode, title });
    });
  return (
    <div className="border-t pt-5">
      <Button variant="quiet" size="small" busy={busy} onClick={remove} className="-ms-4 text-signal">
        Delete episode
      </Button>
      <p className="mt-1 text-small text-quiet">It can be brought back for 30 days.</p>
      {refusal && <p role="alert">{refusal.sentence}</p>}
    </div>
  );
}
