"use client";

import { createContext, useContext } from "react";
import type { FieldName } from "@/lib/episodes/fields";
import type { Session } from "./session";
import { type EditorState, errorsOf } from "./state";

type Editor = { session: Session; state: EditorState; mayEdit: boolean; language: string };

export const EditorContext = createContext<Editor | null>(null);

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error("This stands in an episode's editor only.");
  return editor;
}

/** One field of the form: what is in it, what is wrong with it, and how to change it. */
export function useFieldState(name: FieldName) {
  const { session, state, mayEdit } = useEditor();
  return {
    value: state.form[name],
    error: errorsOf(state)[name],
    conflict: state.conflicts[name],
    mayEdit,
    type: (value: string) => session.type(name, value),
  };
}
