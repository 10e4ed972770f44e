import { describe, expect, it } from "vitest";
import { languages, normaliseLanguage } from "@/lib/shows/languages";

describe("normaliseLanguage", () => {
  it.each([
    ["en", "en"],
    ["EN", "en"],
    ["en-us", "en-us"],
    ["pt-BR", "pt-br"],
    [" de-AT ", "de-at"],
    ["zh-TW", "zh-tw"],
  ])("writes %j as %j", (text, code) => {
    expect(normaliseLanguage(text)).toBe(code);
  });

  it.each(["", "english", "eng", "xx", "en_us", "en-", "en-zz", "en-usa", "en-latn-us", "es-419", "e"])(
    "refuses %j",
    (text) => {
      expect(normaliseLanguage(text)).toBeNull();
    },
  );

  it("knows the 184 languages of ISO 639-1", () => {
    expect(languages.size).toBe(184);
    expect([...languages].filter((code) => normaliseLanguage(code) !== code)).toEqual([]);
  });
});
