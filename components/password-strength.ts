export type Strength = { level: 0 | 1 | 2 | 3 | 4; words: string };

const LEAST = 10;
const wellKnown = /password|passwort|qwert|asdf|letmein|welcome|iloveyou|longwave|podcast|12345|abcde|admin/gi;

/**
 * How hard a password is to guess, for its owner's eyes; the server asks for length only. What repeats, runs on or is well known
 * counts little, so that four plain words beat "P@ssw0rd123!".
 */
export function strengthOf(password: string, email = ""): Strength {
  if (password.length < LEAST) return tooShort(LEAST - password.length);
  const weight = weigh(password, email.split("@")[0] ?? "");
  if (weight < 8) return { level: 1, words: "Easy to guess. Add a word or two." };
  if (weight < 13) return { level: 2, words: "Fair. Longer is stronger." };
  if (weight < 18) return { level: 3, words: "Good." };
  return { level: 4, words: "Strong." };
}

const tooShort = (missing: number): Strength => ({
  level: 0,
  words: missing === 1 ? "One more character." : `${missing} more characters.`,
});

/** Characters that are worth something, a little more when they are of several kinds. */
function weigh(password: string, owner: string): number {
  const own = owner.length > 2 ? password.toLowerCase().replaceAll(owner.toLowerCase(), "") : password;
  const left = own.replace(wellKnown, "").replace(/(.)\1+/gu, "$1");
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(left)).length;
  return Math.min(left.length, 2 * new Set(left).size) * (1 + 0.1 * (kinds - 1));
}
