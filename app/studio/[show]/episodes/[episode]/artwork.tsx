"use client";

import { useRouter } from "next/navigation";
import { useRef, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Cover } from "../../../cover";
import type { EditedEpisode } from "./edited-episode";
import { useEditor } from "./editing/context";
import { removeArtwork, sendArtwork } from "./send-artwork";

/** The episode's own picture, or the show's in its stead. */
export function Artwork({ episode: { id, artwork } }: { episode: EditedEpisode }) {
  const { mayEdit } = useEditor();
  const router = useRouter();
  const picker = useRef<HTMLInputElement>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, begin] = useTransition();
  const run = (work: () => Promise<string | null>) =>
    begin(async () => {
      const refused = await work();
      setRefusal(refused);
      if (!refused) router.refresh();
    });
  const choose = (picture: File | undefined) => picture && run(() => sendArtwork(id, picture));
  return (
    <section aria-labelledby="artwork-heading" id="artwork" className="border-t pt-5">
      <h2 id="artwork-heading" className="text-small font-medium">
        Artwork
      </h2>
      <div className="mt-3 grid grid-cols-[6.5rem_minmax(0,1fr)] items-start gap-5">
        <span className={artwork.own ? undefined : "opacity-60"}>
          <Cover src={artwork.src} />
        </span>
        <div>
          <p className="text-small text-quiet">
            {artwork.own ? "This episode’s own." : "The show’s. An episode can have its own."}
          </p>
          {mayEdit && (
            <div className="mt-3 flex flex-wrap gap-2">
              <Button size="small" variant="secondary" busy={busy} onClick={() => picker.current?.click()}>
                {artwork.own ? "Replace" : "Choose a picture"}
              </Button>
              {artwork.own && (
                <Button size="small" variant="quiet" busy={busy} onClick={() => run(() => removeArtwork(id))}>
                  Remove
                </Button>
              )}
              <input
                ref={picker}
                type="file"
                aria-label="Artwork"
                tabIndex={-1}
                accept="image/jpeg,image/png,image/webp"
                className="sr-only"
                onChange={(event) => {
                  choose(event.target.files?.[0]);
                  event.target.value = "";
                }}
              />
            </div>
          )}
          <p role="status" className="mt-2 text-small text-signal empty:sr-only">
            {refusal}
          </p>
        </div>
      </div>
    </section>
  );
}
