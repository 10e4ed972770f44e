"use client";

import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { voice } from "@/components/voice";
import { Conflict } from "./conflict";
import { useEditor, useFieldState } from "./editing/context";

/** The title, as large as it stands on the episode's page; long ones wrap, but it stays one line. */
export function TitleField() {
  const { language } = useEditor();
  const { value, error, type, mayEdit } = useFieldState("title");
  return (
    <div>
      <Field name="title" label="Title" error={error}>
        <Textarea
          form="episode"
          rows={1}
          value={value}
          readOnly={!mayEdit}
          maxLength={255}
          placeholder="Untitled episode"
          className="display min-h-0 resize-none overflow-hidden pt-1 pb-3 text-long"
          onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
          onChange={(event) => type(event.target.value.replace(/\s*\n\s*/g, " "))}
          {...voice(language)}
        />
      </Field>
      <Conflict name="title" label="title" />
    </div>
  );
}
