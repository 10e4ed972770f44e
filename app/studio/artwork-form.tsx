"use client";

import { useRouter } from "next/navigation";
import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { toast } from "@/components/ui/toast";
import { ArtworkField } from "./artwork-field";
import { sendArtwork } from "./send-artwork";

/** Sends a picture as a show's artwork; the page then shows it. */
export function ArtworkForm({ slug, label }: { slug: string; label: string }) {
  const router = useRouter();
  const [picture, setPicture] = useState<File | null>(null);
  const [problem, submit, busy] = useActionState(async () => {
    const refusal = picture ? await sendArtwork(slug, picture) : "Choose a picture first.";
    if (refusal) return { sentence: refusal, errors: { artwork: refusal } };
    toast({ title: "The artwork is in its place.", description: "Apps show it once they fetch the feed again." });
    router.refresh();
    return null;
  }, null);
  return (
    <form noValidate action={submit} onReset={(event) => event.preventDefault()} className="grid gap-5">
      {problem && <ErrorSummary problem={problem} />}
      <ArtworkField error={problem?.sentence} onChoose={setPicture} />
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
