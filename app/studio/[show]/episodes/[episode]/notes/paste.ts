import { linkAddress, pairedTags, voidTags } from "@/lib/episodes/notes-form";
import { wordLists } from "./word-lists";

const allowed = new Set([...pairedTags, ...voidTags, "a"]);

const unwanted =
  "style, script, meta, link, title, xml, template, noscript, iframe, object, svg, math, img, br.Apple-interchange-newline";
const blocks =
  "address article aside center dd details div dl dt fieldset figcaption figure footer form header main nav section summary tr h1 h2 h3 h4 h5 h6 p pre blockquote ul ol li hr table tbody thead tfoot".split(
    " ",
  );
const isBlock = (element: Element) => blocks.includes(element.localName);

/** Other programs' headings, as near as ours come. */
const stand: Record<string, string> = { h1: "h2", h5: "h4", h6: "h4" };

/** What came from a clipboard (Word, Docs, a web page) as our own allow-list would have it written. */
export function cleanPaste(html: string): string {
  const { body } = new DOMParser().parseFromString(withoutHandlers(html), "text/html");
  for (const element of body.querySelectorAll("*"))
    if (element.matches(unwanted) || element.localName.includes(":")) dissolve(element);
  wordLists(body);
  for (const element of [...body.querySelectorAll("*")].reverse()) translate(element);
  for (const line of body.querySelectorAll(":scope > br")) if (isBetweenBlocks(line)) line.remove();
  for (const line of body.querySelectorAll("p")) if (!line.textContent?.trim()) line.remove();
  return body.innerHTML;
}

/** They would never run; but the browser complains of each that the policy kept from it. */
const withoutHandlers = (html: string) =>
  html.replace(/<[^>]+>/g, (tag) => tag.replace(/\son\w+\s*=/gi, " data-gone="));

/** Word's o:p stands around words now and then; everything else unwanted goes with what is in it. */
function dissolve(element: Element): void {
  if (element.localName.includes(":")) unwrap(element);
  else element.remove();
}

function translate(element: Element): void {
  const { localName: tag } = element;
  const look = styleOf(element);
  if (tag === "td" || tag === "th") element.append(" ");
  if (look.italic) wrapContents(element, "em");
  if (look.bold) wrapContents(element, "strong");
  if ((/^(?:b|strong)$/.test(tag) && look.plain) || (/^(?:i|em)$/.test(tag) && look.upright)) unwrap(element);
  else if (tag === "a") link(element);
  else if (stand[tag]) rename(element, stand[tag]);
  else if (allowed.has(tag)) bare(element);
  else if (isBlock(element) && ![...element.children].some(isBlock)) rename(element, "p");
  else unwrap(element);
}

function styleOf(element: Element) {
  const style = element.getAttribute("style") ?? "";
  const weight = /(?:^|;)\s*font-weight:\s*(\w+)/i.exec(style)?.[1] ?? "";
  const slant = /(?:^|;)\s*font-style:\s*(\w+)/i.exec(style)?.[1] ?? "";
  const isInline = !isBlock(element) && !/^(?:b|strong|i|em|a)$/.test(element.localName);
  return {
    bold: isInline && (weight === "bold" || Number(weight) >= 600),
    plain: weight === "normal" || Number(weight || 700) < 600,
    italic: isInline && slant === "italic",
    upright: slant === "normal",
  };
}

/** Google wraps the links of a document in its own. */
function link(element: Element): void {
  const raw = element.getAttribute("href") ?? "";
  const wrapped = URL.canParse(raw) ? new URL(raw) : null;
  const isGoogle = wrapped?.hostname === "www.google.com" && wrapped.pathname === "/url";
  const href = linkAddress((isGoogle && wrapped.searchParams.get("q")) || raw);
  bare(element);
  if (href) element.setAttribute("href", href);
  else unwrap(element);
}

function bare(element: Element): void {
  for (const { name } of [...element.attributes]) element.removeAttribute(name);
}

function wrapContents(element: Element, tag: string): void {
  const wrapper = element.ownerDocument.createElement(tag);
  wrapper.append(...element.childNodes);
  element.append(wrapper);
}

function rename(element: Element, tag: string): void {
  const other = element.ownerDocument.createElement(tag);
  other.append(...element.childNodes);
  element.replaceWith(other);
}

const unwrap = (element: Element) => element.replaceWith(...element.childNodes);

const isBetweenBlocks = ({ previousElementSibling: before, nextElementSibling: after }: Element) =>
  [before, after].some((sibling) => sibling && isBlock(sibling));
