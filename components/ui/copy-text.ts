/** Puts text on the clipboard; false when the browser does not allow it. To be called on a press. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyMarked(text);
  }
}

/** The old way, by marking text and copying what is marked: on plain http `navigator.clipboard` is not there. */
function copyMarked(text: string): boolean {
  const before = document.activeElement;
  const area = document.createElement("textarea");
  area.value = text;
  area.readOnly = true; // no keyboard comes up on a phone
  area.setAttribute("aria-hidden", "true");
  area.style.cssText = "position:fixed;inset-block-start:0;opacity:0";
  // An open dialog lets the focus go to nothing outside of it.
  (before?.closest("[role=dialog]") ?? document.body).append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return copied;
}
