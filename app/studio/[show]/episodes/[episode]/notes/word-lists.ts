/** Word writes lists as paragraphs whose style says so, with their bullets as text. They become lists. */
export function wordLists(body: HTMLElement): void {
  const open: HTMLElement[] = [];
  let last: Element | null = null;
  for (const line of body.querySelectorAll("p[style*='mso-list'], h1[style*='mso-list']")) {
    const level = Number(/mso-list:[^;]*level(\d)/i.exec(line.getAttribute("style") ?? "")?.[1] ?? 0);
    if (level === 0) continue;
    if (!last || line.previousElementSibling !== last) open.length = 0;
    const list = listFor(open, level, line, takeBullet(line));
    const item = body.ownerDocument.createElement("li");
    item.append(...line.childNodes);
    list.append(item);
    line.remove();
    last = open[0] ?? null;
  }
}

/** The bullet's text, taken out of the line. */
function takeBullet(line: Element): string {
  const bullets = [...line.querySelectorAll("[style*='mso-list']")].filter((part) =>
    /mso-list:\s*ignore/i.test(part.getAttribute("style") ?? ""),
  );
  const text = bullets.map((bullet) => bullet.textContent ?? "").join("");
  for (const bullet of bullets) bullet.remove();
  return text;
}

/** The list that an item of this level belongs in; `open` are those around it, outermost first. */
function listFor(open: HTMLElement[], level: number, line: Element, bullet: string): HTMLElement {
  open.length = Math.min(open.length, level);
  while (open.length < level) {
    const list = line.ownerDocument.createElement(/^\s*(?:\d+|[a-z]{1,4})[.)]/i.test(bullet) ? "ol" : "ul");
    const around = open.at(-1);
    if (!around) line.before(list);
    else (around.lastElementChild ?? around.appendChild(line.ownerDocument.createElement("li"))).append(list);
    open.push(list);
  }
  return open[level - 1] ?? line.ownerDocument.createElement("ul");
}
