"use client";

import { EditorContent, useEditor as useTiptap } from "@tiptap/react";
import { useEffect, useMemo, useRef } from "react";
import { voice } from "@/components/voice";
import { cleanPaste } from "./paste";
import { notesExtensions } from "./schema";
import { notesHtml } from "./serialize";
import { showHtml } from "./show-html";
import { TimestampMarks } from "./timestamp-marks";
import { Toolbar } from "./toolbar";

export type NotesEditorProps = {
  html: string;
  language: string;
  invalid: boolean;
  describedBy: string;
  onReady(): void;
  onChange(html: string, characters: number): void;
};

/** Show notes as they will look, to write in. */
export function NotesEditor({ html, language, invalid, describedBy, onReady, onChange }: NotesEditorProps) {
  // What the editor makes of the notes that it is given counts as those, until somebody types.
  const shown = useRef({ given: html, made: "" });
  const editorProps = useMemo(
    () => ({ transformPastedHTML: cleanPaste, attributes: attributesOf({ language, invalid, describedBy }) }),
    [language, invalid, describedBy],
  );
  const editor = useTiptap({
    extensions: [...notesExtensions, TimestampMarks],
    content: html,
    immediatelyRender: false,
    injectCSS: false,
    editorProps,
    onCreate: ({ editor: made }) => {
      shown.current.made = notesHtml(made.state.doc);
      onReady();
    },
    onUpdate: ({ editor: typed }) => {
      const made = notesHtml(typed.state.doc);
      const next = made === shown.current.made ? shown.current.given : made;
      shown.current = { given: next, made };
      onChange(next, typed.state.doc.textContent.length);
    },
  });
  useEffect(() => {
    if (!editor || html === shown.current.given) return;
    showHtml(editor, html);
    shown.current = { given: html, made: notesHtml(editor.state.doc) };
  }, [editor, html]);
  if (!editor) return null;
  return (
    <>
      <Toolbar editor={editor} />
      <EditorContent editor={editor} />
    </>
  );
}

const attributesOf = ({
  language,
  invalid,
  describedBy,
}: Pick<NotesEditorProps, "language" | "invalid" | "describedBy">) => ({
  ...{ id: "notes", class: "notes notes-editor", ...voice(language) },
  ...{ role: "textbox", "aria-multiline": "true", "aria-label": "Notes", "aria-describedby": describedBy },
  ...(invalid && { "aria-invalid": "true" }),
});
