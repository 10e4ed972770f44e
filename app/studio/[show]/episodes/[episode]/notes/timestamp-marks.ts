import type { Node } from "@tiptap/pm/model";
import { Plugin } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { Extension } from "@tiptap/react";
import { findTimestamps } from "@/lib/episodes/timestamps";

/** Shows which words listeners will be able to press to hear that place. */
export const TimestampMarks = Extension.create({
  name: "timestampMarks",
  addProseMirrorPlugins: () => [
    new Plugin({
      state: {
        init: (_, { doc }) => marksIn(doc),
        apply: (tr, marks) => (tr.docChanged ? marksIn(tr.doc) : marks),
      },
      props: {
        decorations(state) {
          return this.getState(state);
        },
      },
    }),
  ],
});

function marksIn(doc: Node): DecorationSet {
  const marks: Decoration[] = [];
  doc.descendants((node, at) => {
    if (node.type.name === "codeBlock") return false;
    const isPlain = node.isText && !node.marks.some(({ type }) => type.name === "link" || type.name === "code");
    if (!isPlain) return true;
    for (const { from, to } of findTimestamps(node.text ?? ""))
      marks.push(Decoration.inline(at + from, at + to, { class: "seek" }));
    return true;
  });
  return DecorationSet.create(doc, marks);
}
