"use client";

import { CircleAlert } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { NotesText } from "@/components/notes";
import { Textarea } from "@/components/ui/textarea";
import { Conflict } from "../conflict";
import { useEditor, useFieldState } from "../editing/context";
import type { NotesEditorProps } from "./notes-editor";

/** What podcast apps are given of the notes (PSP-1, Apple). */
const APPS_BYTES = 4000;

const NotesEditor = dynamic<NotesEditorProps>(() => import("./notes-editor").then((module) => module.NotesEditor), {
  ssr: false,
});

/** The notes: to read until the editor has come, in a plain field where no script runs. */
export function NotesField() {
  const { language } = useEditor();
  const { value, error, type, mayEdit } = useFieldState("notes");
  const [ready, setReady] = useState(false);
  const [characters, setCharacters] = useState<number | null>(null);
  const change = (html: string, count: number) => {
    setCharacters(count);
    type(html);
  };
  return (
    <section aria-labelledby="notes-heading" className="group/notes">
      <h2 id="notes-heading" className="text-small font-medium">
        Notes
      </h2>
      <div className="noscript:hidden">
        {!ready && (
          <div className={mayEdit ? "min-h-56 border-b border-edge pt-18 pb-6" : "mt-3"}>
            {value ? <NotesText html={value} language={language} /> : <p className="text-quiet">No notes yet.</p>}
          </div>
        )}
        {mayEdit && (
          <NotesEditor
            html={value}
            language={language}
            invalid={Boolean(error)}
            describedBy="notes-words"
            onReady={() => setReady(true)}
            onChange={change}
          />
        )}
      </div>
      <div className="hidden noscript:block">
        <Textarea
          form="episode"
          name="notes"
          aria-label="Notes, as HTML"
          rows={10}
          readOnly={!mayEdit}
          value={value}
          onChange={(event) => type(event.target.value)}
        />
      </div>
      <div id="notes-words" className="mt-2 text-small">
        {error && (
          <p className="flex gap-2 text-signal">
            <CircleAlert aria-hidden="true" className="mt-[0.15em] size-[1.15em] shrink-0" />
            {error}
          </p>
        )}
        {mayEdit && <Count html={value} characters={characters} />}
      </div>
      <Conflict name="notes" label="notes" show={(html) => <NotesText html={html} language={language} />} />
    </section>
  );
}

/** How long they are, and what of them apps show. Times like 12:34 are links for listeners. */
function Count({ html, characters }: { html: string; characters: number | null }) {
  const bytes = new TextEncoder().encode(html).length;
  const count = new Intl.NumberFormat("en-GB").format(characters ?? lettersIn(html));
  return (
    <p className="flex flex-wrap justify-between gap-x-6 text-quiet noscript:hidden">
      <span className={bytes > APPS_BYTES ? "text-signal" : undefined}>
        {count} characters. {bytes > APPS_BYTES ? "Some apps show only the beginning." : "Apps show all of it."}
      </span>
      <span>Times like 12:34 become links.</span>
    </p>
  );
}

const lettersIn = (html: string) => html.replace(/<[^>]*>/g, "").replace(/&\w+;/g, "&").length;
