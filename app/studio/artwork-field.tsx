"use client";

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type Props = { error: string | undefined; onChoose(picture: File | null): void };

/** Chooses a picture for a show. */
export function ArtworkField({ error, onChoose }: Props) {
  return (
    <Field
      name="artwork"
      label="Artwork"
      hint="A square JPEG or PNG of at least 1400 × 1400 pixels and at most 10 MB. What is not square is cropped about its centre."
      error={error}
    >
      <Input
        type="file"
        accept="image/jpeg,image/png,image/webp"
        className="file:me-4 file:rounded-full file:border file:border-edge file:px-4 file:py-1.5 file:text-small file:font-medium"
        onChange={(event) => onChoose(event.target.files?.[0] ?? null)}
      />
    </Field>
  );
}
