import { escapeXml } from "@/lib/platform/text";
import type { Fault } from "@/lib/web/edge";

const titles: Record<number, string> = {
  400: "This address cannot be read.",
  403: "Nothing was changed.",
  421: "This house has another address.",
  503: "Longwave is starting.",
};

/** A refusal as a page that stands alone: at a foreign Host neither our styles nor Next can be asked for. Looks as PlainPage does. */
export function faultPage({ status, sentence, home }: Fault): string {
  const title = titles[status] ?? "This did not work.";
  const way = home ? `<p><a href="${escapeXml(home)}">Go to ${escapeXml(new URL(home).host)}</a></p>` : "";
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title.replace(/\.$/, "")}</title>
<style>${style}</style>
</head>
<body>
<main>
<p class="mark">Longwave</p>
<h1>${title}</h1>
<p>${escapeXml(sentence)}</p>
${way}
</main>
</body>
</html>
`;
}

const style = `
:root { color-scheme: light dark; --paper: #fafaf7; --ink: #17191b; --quiet: #5d615f; --signal: #d13e1a; }
@media (prefers-color-scheme: dark) { :root { --paper: #16181a; --ink: #ebeae5; --quiet: #a2a6a4; --signal: #f25d3b; } }
body { margin: 0; background: var(--paper); color: var(--quiet); font: 1.125rem/1.5 system-ui, sans-serif; }
main { box-sizing: border-box; min-height: 100vh; max-width: 42rem; padding: 2.5rem 1.25rem; margin-inline: auto; overflow-wrap: anywhere; }
h1 { margin: 22vh 0 1.5rem; color: var(--ink); font-size: clamp(2rem, 1.4rem + 3vw, 3.25rem); line-height: 1.05; letter-spacing: -0.02em; }
.mark { margin: 0; color: var(--ink); font-weight: 600; }
.mark::before { content: ""; display: inline-block; width: 0.65rem; height: 0.65rem; margin-inline-end: 0.75rem; border-radius: 50%; background: var(--signal); }
a { display: inline-block; padding-block: 0.5rem; color: var(--ink); text-underline-offset: 0.2em; }
`;
