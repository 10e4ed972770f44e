const nowhere = "http://own.invalid";

/** `wish` when it is a path of this house, else `otherwise`: a sign-in never leads to another one (no `//`, `\` or control characters). */
export function ownPath(wish: string | null | undefined, otherwise = "/studio"): string {
  if (!wish?.startsWith("/") || /[\\\p{Cc}]/u.test(wish)) return otherwise;
  const url = URL.parse(wish, nowhere);
  const path = url?.origin === nowhere ? url.pathname + url.search + url.hash : "//";
  return path.startsWith("//") ? otherwise : path; // what dots left of "/..//evil.example" is no path either
}
