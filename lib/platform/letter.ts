import { createElement as h, type ReactElement } from "react";

/** A short mail: paragraphs, then a code to read off and a link to follow, where there are any. */
export type Letter = {
  heading: string;
  paragraphs: string[];
  code?: string;
  link?: { label: string; url: string };
  last: string;
};

const paper = { backgroundColor: "#fafaf7", color: "#1d1f20", fontFamily: "Helvetica, Arial, sans-serif" };
const signal = { backgroundColor: "#c8381a", color: "#ffffff", padding: "12px 20px", fontWeight: 600 };
const quiet = { color: "#5d6163", fontSize: "14px" };
const digits = { fontSize: "32px", letterSpacing: "6px", fontFamily: "Menlo, Consolas, monospace" };

/**
 * The letter as HTML and as plain text. Built without JSX, since Node runs the worker's files as they are; react-email is
 * loaded with the first letter.
 */
export async function writeLetter(letter: Letter): Promise<{ html: string; text: string }> {
  const mail = await import("react-email");
  const page = sheet(mail, letter);
  return { html: await mail.render(page), text: await mail.render(page, { plainText: true }) };
}

function sheet(mail: typeof import("react-email"), letter: Letter): ReactElement {
  const { Html, Head, Preview, Body, Container, Heading, Text, Button, Link } = mail;
  const { heading, paragraphs, code, link, last } = letter;
  return h(
    Html,
    { lang: "en" },
    h(Head),
    h(Preview, null, paragraphs[0] ?? heading),
    h(
      Body,
      { style: paper },
      h(
        Container,
        { style: { padding: "32px 20px" } },
        h(Heading, { as: "h1", style: { fontSize: "24px" } }, heading),
        ...paragraphs.map((words, index) => h(Text, { key: index }, words)),
        code && h(Text, { style: digits }, code),
        link && h(Button, { href: link.url, style: signal }, link.label),
        link && h(Text, { style: quiet }, "Or open this address: ", h(Link, { href: link.url }, link.url)),
        h(Text, { style: quiet }, last),
      ),
    ),
  );
}
