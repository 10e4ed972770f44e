import type { Extensions } from "@tiptap/react";
import { StarterKit } from "@tiptap/starter-kit";
import { linkAddress, linkRel, pairedTags, voidTags } from "@/lib/episodes/notes-form";

const allowed = new Set([...pairedTags, ...voidTags, "a"]);
const when = <T>(tag: string, options: T): T | false => allowed.has(tag) && options;
const levels = ([1, 2, 3, 4, 5, 6] as const).filter((level) => allowed.has(`h${level}`));

/** What the editor can hold: of the house's one allow-list all, and nothing else. */
export const notesExtensions: Extensions = [
  StarterKit.configure({
    ...{ strike: false, underline: false },
    heading: levels.length > 0 && { levels },
    bold: when("strong", {}),
    italic: when("em", {}),
    code: when("code", {}),
    codeBlock: when("pre", {}),
    blockquote: when("blockquote", {}),
    bulletList: when("ul", {}),
    orderedList: when("ol", {}),
    hardBreak: when("br", {}),
    horizontalRule: when("hr", {}),
    link: when("a", {
      ...{ openOnClick: false, autolink: true, linkOnPaste: true },
      isAllowedUri: (href: string) => linkAddress(href) !== null,
      HTMLAttributes: { rel: linkRel, target: null },
    }),
  }),
];

/** The headings that notes may have, largest first. */
export const headingLevels = levels;
