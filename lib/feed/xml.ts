import { escapeXml, legalText } from "@/lib/platform/text";

/** A CDATA section that holds any text: "]]>" is split over two of them. */
export function cdata(text: string): string {
  return `<![CDATA[${legalText(text).replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
}

/** An element with escaped text, on a line of its own. */
export function element(name: string, text: string | number, attributes: Record<string, string> = {}): string {
  return `<${name}${list(attributes)}>${escapeXml(String(text))}</${name}>\n`;
}

/** An element of attributes only, on a line of its own. */
export function emptyElement(name: string, attributes: Record<string, string>): string {
  return `<${name}${list(attributes)}/>\n`;
}

/** An element whose content is HTML, on a line of its own. */
export function htmlElement(name: string, html: string): string {
  return `<${name}>${cdata(html)}</${name}>\n`;
}

function list(attributes: Record<string, string>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join("");
}
