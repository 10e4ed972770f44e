import { languages } from "@/lib/shows/languages";

/** The languages by their English names; `present` is among them, with its region. */
export function namedLanguages(present?: string): { code: string; name: string }[] {
  const names = new Intl.DisplayNames("en", { type: "language" });
  return [...new Set([...languages, ...(present ? [present] : [])])]
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}
