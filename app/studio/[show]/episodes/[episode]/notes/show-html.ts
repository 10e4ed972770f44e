import { DOMParser as NodeParser } from "@tiptap/pm/model";
import type { Editor } from "@tiptap/react";

/** Puts other notes into an open editor: only what differs is replaced, so the caret stays where it is. */
export function showHtml(editor: Editor, html: string): void {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  const { state } = editor;
  const wanted = NodeParser.fromSchema(state.schema).parse(body);
  const from = state.doc.content.findDiffStart(wanted.content);
  const end = state.doc.content.findDiffEnd(wanted.content);
  if (from === null || !end) return;
  // The same letters may close the old and the new from both sides.
  const overlap = Math.max(0, from - Math.min(end.a, end.b));
  const change = state.tr.replace(from, end.a + overlap, wanted.slice(from, end.b + overlap));
  editor.view.dispatch(change.setMeta("addToHistory", false).setMeta("preventUpdate", true));
}
