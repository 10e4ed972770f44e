import { cleanNotes } from "@/lib/episodes/notes";
import { cutText } from "@/lib/platform/text";

/**
 * The notes in the few tags that every app reads (p, ol, ul, li, a, b, i, strong, em: PSP-1), at most `maxBytes` of
 * UTF-8, cut after a whole word with every element closed.
 */
export function shortNotes(html: string, maxBytes: number): string {
  const simple = cleanNotes(html)
    .replace(/<(\/?)(?:h[234]|pre)>/g, "<$1p>")
    .replace(/<(?:[bh]r \/|\/?blockquote)>/g, "\n")
    .replace(/<\/?code>/g, "")
    .trim();
  return Buffer.byteLength(simple) <= maxBytes ? simple : cut(simple, maxBytes);
}

type Draft = { pieces: string[]; open: string[]; room: number };

function cut(html: string, maxBytes: number): string {
  const draft: Draft = { pieces: [], open: [], room: maxBytes };
  // Clean notes know ">" and "&" only as ends of tags and starts of entities.
  html.split(/(<[^>]*>|&[a-z]+;)/).every((piece) => add(draft, piece));
  while (draft.open.length > 0 && isStart(draft.pieces.at(-1))) {
    draft.pieces.pop();
    draft.open.pop();
  }
  return draft.pieces.join("") + draft.open.toReversed().join("");
}

/** False once there is no room for the next piece. An element takes the room of its end together with its start. */
function add(draft: Draft, piece: string): boolean {
  if (piece.startsWith("</")) {
    draft.pieces.push(piece);
    draft.open.pop();
    return true;
  }
  const end = isStart(piece) ? `</${/\w+/.exec(piece)}>` : "";
  const bytes = Buffer.byteLength(piece + end);
  const kept = bytes <= draft.room ? piece : beginning(piece, draft.room);
  if (kept) draft.pieces.push(kept);
  if (kept !== piece) return false;
  draft.room -= bytes;
  if (end) draft.open.push(end);
  return true;
}

/** Tags and entities are whole or absent. */
const beginning = (piece: string, room: number) => (/^[<&]/.test(piece) ? "" : cutText(piece, room));

const isStart = (piece: string | undefined) => /^<[a-z]/.test(piece ?? "");
