"use client";

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { Settings } from "@/lib/shows/settings";
import { CategorySelect } from "../../new/category-select";
import { SectionForm } from "./section-form";
import { type Save, useSection } from "./use-section";

const MOST_BYTES = 4000;

type General = Pick<Settings, "title" | "description" | "author" | "language" | "category" | "type" | "explicit">;

type Props = {
  slug: string;
  present: General;
  languages: { code: string; name: string }[];
  categories: { name: string; subcategories: string[] }[];
  mayEdit: boolean;
  save: Save;
};

/** What a show is called, what it is about, and under what apps list it. */
export function GeneralSection({ slug, present, languages, categories, mayEdit, save }: Props) {
  const section = useSection(present, save);
  const { values, set, refusal } = section;
  const errors: Record<string, string> = refusal?.errors ?? {};
  return (
    <SectionForm slug={slug} section={section} mayEdit={mayEdit} label="general settings">
      <Field name="title" label="Title" error={errors.title}>
        <Input
          value={values.title}
          maxLength={255}
          autoComplete="off"
          onChange={(event) => set({ title: event.target.value })}
        />
      </Field>
      <DescriptionField
        value={values.description}
        error={errors.description}
        onChange={(description) => set({ description })}
      />
      <Field name="author" label="Author" error={errors.author} hint="Who makes it: a person, a group, a station.">
        <Input
          value={values.author}
          maxLength={255}
          autoComplete="off"
          onChange={(event) => set({ author: event.target.value })}
        />
      </Field>
      <div className="grid gap-8 md:grid-cols-2">
        <Field name="language" label="Language" error={errors.language}>
          <Select value={values.language} onChange={(event) => set({ language: event.target.value })}>
            {languages.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field name="category" label="Category" error={errors.category}>
          <CategorySelect categories={categories} value={values.category} onChange={(category) => set({ category })} />
        </Field>
        <Field
          name="type"
          label="Type"
          error={errors.type}
          hint={
            values.type === "serial"
              ? "Heard in order, from the first episode on."
              : "Each episode stands by itself, the newest first."
          }
        >
          <Select
            value={values.type}
            onChange={(event) => set({ type: event.target.value === "serial" ? "serial" : "episodic" })}
          >
            <option value="episodic">Episodic</option>
            <option value="serial">Serial</option>
          </Select>
        </Field>
        <Field
          name="explicit"
          label="Explicit"
          error={errors.explicit}
          hint="Whether apps mark it as not for children."
        >
          <Select
            value={String(values.explicit)}
            onChange={(event) => set({ explicit: event.target.value === "true" })}
          >
            <option value="false">No</option>
            <option value="true">Yes</option>
          </Select>
        </Field>
      </div>
    </SectionForm>
  );
}

type DescriptionProps = { value: string; error: string | undefined; onChange(text: string): void };

function DescriptionField({ value, error, onChange }: DescriptionProps) {
  const bytes = new TextEncoder().encode(value).length;
  const isOver = bytes > MOST_BYTES;
  return (
    <Field
      name="description"
      label="Description"
      error={error}
      hint="What the show is about and for whom. Apps show it beside the artwork."
      aside={
        <span className={isOver ? "text-signal" : "text-quiet"}>
          {bytes.toLocaleString("en")} of {MOST_BYTES.toLocaleString("en")} bytes
        </span>
      }
      optional
    >
      <Textarea rows={5} value={value} onChange={(event) => onChange(event.target.value)} />
    </Field>
  );
}
