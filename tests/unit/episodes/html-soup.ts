import fc from "fast-check";
import { hostileNotes } from "./hostile-notes";

const bits = [
  ..."p ul ol li a h2 pre b em code blockquote script style svg math iframe noscript textarea table"
    .split(" ")
    .flatMap((tag) => [`<${tag}>`, `</${tag}>`]),
  '<a href="https://e.org/?a=1&b=2">',
  '<a href="javascript:alert(1)">',
  "<br>",
  "<hr/>",
  "<!--",
  "-->",
  "<![CDATA[",
  "]]>",
  "&lt;",
  "&#x3c;",
  "&amp;",
  "&",
  "<",
  ">",
  '"',
  "\u0000",
  "\ud83d",
  "words 日本語 🎙️ مرحبا",
];

/** HTML as it comes from editors, imports and attackers, in any order. */
export const htmlSoup = fc
  .array(fc.oneof(fc.constantFrom(...bits), fc.constantFrom(...hostileNotes), fc.string({ unit: "binary" })))
  .map((pieces) => pieces.join(""));
