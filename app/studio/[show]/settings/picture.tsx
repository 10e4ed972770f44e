"use client";

import { useRouter } from "next/navigation";
import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { bytesInWords } from "@/lib/accounts/bytes";
import { ArtworkField } from "../../artwork-field";
import { Cover } from "../../cover";
import { sendArtwork } from "../../send-artwork";

type Artwork = { address: string; width: number | null; height: number | null; bytes: number };
type Props = { slug: string; artwork: Artwork | null; mayEdit: boolean };

/** The artwork as it is, what was done with the file that was sent, and the way to another. */
export function PictureSection({ slug, artwork, mayEdit }: Props) {
  return (
    <div className="grid gap-8 md:grid-cols-[13rem_minmax(0,1fr)]">
      <div className="w-52 max-w-full">
        <Cover src={artwork?.address ?? null} />
      </div>
      <div className="grid min-w-0 content-start gap-6">
        <p className="text-small text-quiet">
          {artwork
            ? `Cropped to a square about its centre and saved as JPEG of ${artwork.width} × ${artwork.height} pixels, ${bytesInWords(artwork.bytes)}. Place, camera and other notes in the file were taken out.`
            : "There is none yet. The page and the feed wait for it."}
        </p>
        {mayEdit && <Replace slug={slug} label={artwork ? "Replace artwork" : "Save artwork"} />}
      </div>
    </div>
  );
}

function Replace({ slug, label }: { slug: string; label: string }) {
  const router = useRouter();
  const [picture, setPicture] = useState<File | null>(null);
  const [refusal, submit, busy] = useActionState(async (): Promise<string | null> => {
    if (!picture) return "Choose a picture first.";
    const refused = await sendArtwork(slug, picture);
    if (refused) return refused;
    toast({ title: "The artwork is in its place.", description: "Apps show it once they fetch the feed again." });
    router.refresh();
    return null;
  }, null);
  return (
    <form noValidate action={submit} onReset={(event) => event.preventDefault()} className="grid gap-5">
      <ArtworkField error={refusal ?? undefined} onChoose={setPicture} />
      <Button
        type="submit"
        size="small"
        variant={picture ? "primary" : "secondary"}
        busy={busy}
        className="justify-self-start"
      >
        {label}
      </Button>
    </form>
  );
}
