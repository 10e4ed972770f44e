const takesFocus =
  "input:not([type=hidden]), textarea, select, button, [contenteditable=true], [tabindex]:not([tabindex='-1'])";

/** Brings a field of the page into sight and puts the focus into it; false when it is not there. */
export function jumpTo(id: string): boolean {
  const place = document.getElementById(id) ?? document.querySelector<HTMLElement>(`[name="${id}"]`);
  if (!place) return false;
  const field = place.matches(takesFocus) ? place : (place.querySelector<HTMLElement>(takesFocus) ?? place);
  place.scrollIntoView({ block: "center", behavior: isStill() ? "auto" : "smooth" });
  if (field === place && !place.matches(takesFocus)) place.tabIndex = -1;
  field.focus({ preventScroll: true });
  return true;
}

const isStill = (): boolean => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
