"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { bytesInWords } from "@/lib/accounts/bytes";
import type { ComingAudio } from "@/lib/episodes/audio-status";
import { Gauge } from "../../../../uploads/gauge";
import { giveUp } from "../../../../uploads/house";
import { percent } from "../../../../uploads/words";
import { Checking, Refusal } from "./present";

type Props = { coming: ComingAudio; me: string; mayEdit: boolean };

/** A file on its way that this tab does not send: another one does, or somebody else, or nobody any more. */
export function Coming({ coming, me, mayEdit }: Props) {
  const router = useRouter();
  const { state, filename, received, size, reason, by } = coming;
  const stop = async () => {
    await giveUp(coming.upload);
    router.refresh();
  };
  return (
    <div className="mt-5 max-w-text">
      <p className="font-medium">{filename}</p>
      {state === "checking" && <Checking />}
      {state === "refused" && <Refusal sentence={reason} />}
      {state === "sending" && (
        <>
          <Gauge sent={received} size={size} className="mt-3" label={`Upload of ${filename}`} />
          <p className="mt-3 text-small text-quiet tabular-nums">
            {bytesInWords(received)} of {bytesInWords(size)} · {percent(received, size)}
          </p>
          <p className="mt-1 text-small">
            {by.id === me
              ? "You send this from another tab or browser, or left it there. It goes on where it was begun."
              : `${by.name} is sending this.`}
          </p>
          {mayEdit && (
            <Button size="small" variant="quiet" className="mt-3 -ms-4" onClick={stop}>
              Give it up
            </Button>
          )}
        </>
      )}
    </div>
  );
}
