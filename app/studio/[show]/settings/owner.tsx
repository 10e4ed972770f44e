"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Settings } from "@/lib/shows/settings";
import { SectionForm } from "./section-form";
import { type Save, useSection } from "./use-section";

type Owner = Pick<Settings, "ownerEmail" | "publishOwnerEmail" | "locked">;
type Props = { slug: string; present: Owner; mayEdit: boolean; save: Save };

/** Whom directories write to, and whether other hosts may take the feed over. */
export function OwnerSection({ slug, present, mayEdit, save }: Props) {
  const section = useSection(present, save);
  const { values, set, refusal } = section;
  return (
    <SectionForm slug={slug} section={section} mayEdit={mayEdit} label="owner">
      <Field name="ownerEmail" label="Owner’s e-mail" error={refusal?.errors.ownerEmail} optional>
        <Input
          type="email"
          value={values.ownerEmail ?? ""}
          autoComplete="off"
          onChange={(event) => set({ ownerEmail: event.target.value.toLowerCase() || null })}
        />
      </Field>
      <div className="grid gap-3">
        <Checkbox
          name="publishOwnerEmail"
          label="Put it into the feed"
          hint={
            values.publishOwnerEmail
              ? "Everybody can read it there, senders of junk too. Untick it once the directories have verified you."
              : "Some directories send a code there to verify that the show is yours. Everybody can read it, so it stays out until you want it."
          }
          checked={values.publishOwnerEmail}
          onChange={(event) => set({ publishOwnerEmail: event.target.checked })}
        />
        <Checkbox
          name="locked"
          label="Lock the feed"
          hint="Asks other hosts not to import it (podcast:locked). Untick it when you move the show elsewhere."
          checked={values.locked}
          onChange={(event) => set({ locked: event.target.checked })}
        />
      </div>
    </SectionForm>
  );
}
