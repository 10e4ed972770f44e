/** Attributes for words written in the show's language inside a page whose own words are English. */
export function voice(language: string): { lang: string; dir: "auto" } {
  return { lang: language, dir: "auto" };
}

const RIGHT_TO_LEFT = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"]);

/** Which way a page of this show runs. */
export function directionOf(language: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(language.toLowerCase().split("-")[0] ?? "") ? "rtl" : "ltr";
}

/** "12 May 2026" in the show's language; the day is UTC's, as everywhere in the feed. */
export function dateIn(language: string, date: Date): string {
  return new Intl.DateTimeFormat(known(language), { dateStyle: "long", timeZone: "UTC" }).format(date);
}

/** "1 hr 12 min" in the show's language; under a minute, its seconds; nothing for 0. */
export function durationIn(language: string, seconds: number): string {
  const minutes = Math.round(seconds / 60);
  const parts =
    minutes < 1 ? { seconds: Math.round(seconds) } : { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
  return new Intl.DurationFormat(known(language), { style: "short" }).format(parts);
}

/** "PT1H12M5S", ISO 8601, for machines. */
export function isoDuration(seconds: number): string {
  const whole = Math.round(seconds);
  return `PT${Math.floor(whole / 3600)}H${Math.floor(whole / 60) % 60}M${whole % 60}S`;
}

function known(language: string): string {
  return Intl.DateTimeFormat.supportedLocalesOf(wellFormed(language))[0] ?? "en-GB";
}

function wellFormed(language: string): string[] {
  try {
    return Intl.getCanonicalLocales(language);
  } catch {
    return [];
  }
}
