import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reservedEpisodeSlugs, reservedSlugs } from "@/lib/shows/reserved-slugs";
import { isValidSlug, slugCandidates, slugFrom } from "@/lib/shows/slug";

const madeUp = () => "show-7f3k2";

describe("slugFrom", () => {
  it.each([
    ["Night Radio", "night-radio"],
    ["  The -- Daily!  ", "the-daily"],
    ["Über größere Bäume", "uber-grossere-baume"],
    ["Crème brûlée à Łódź", "creme-brulee-a-lodz"],
    ["Don’t Stop, Rock 'n' Roll", "dont-stop-rock-n-roll"],
    ["Подкаст о жизни", "podkast-o-zhizni"],
    ["ラジオ", "rajio"],
    ["日本語", "ribenyu"],
    ["한국어", "hangugeo"],
    ["بودكاست", "bwdkst"],
    ["שלום", "slvm"],
    ["हिन्दी", "hindi"],
    ["ＦＵＬＬ width", "full-width"],
    ["The Daily 🔥 Fire", "the-daily-fire"],
    ["1984", "1984"],
  ])("writes %j as %j", (title, slug) => {
    expect(slugFrom(title, madeUp)).toBe(slug);
  });

  it.each(["", "   ", "🎙️🔥", "👨‍👩‍👧🇩🇪👍🏽", "©™", "!!! ???", "\u0000\u0007", "\ud800", "---"])(
    "makes one up where nothing of %j can be written",
    (title) => {
      expect(slugFrom(title, madeUp)).toBe("show-7f3k2");
    },
  );

  it("cuts a long title after a word, and a long word where it must", () => {
    expect(slugFrom("word ".repeat(30), madeUp)).toBe(`${"word-".repeat(11)}word`);
    expect(slugFrom("Sixty ".padEnd(100, "x"), madeUp)).toBe("sixty-".padEnd(60, "x"));
  });

  it("gives a valid slug for any title", () => {
    const title = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary", maxLength: 200 }));
    fc.assert(fc.property(title, (text) => isValidSlug(slugFrom(text, madeUp))));
  });
});

describe("isValidSlug", () => {
  it.each(["a", "1984", "night-radio", "a-2", "x".repeat(60)])("takes %j", (slug) => {
    expect(isValidSlug(slug)).toBe(true);
  });

  it.each(["", "-a", "a-", "a--b", "A", "ü", "a b", "a_b", "a.b", "a/b", "a\n", "x".repeat(61)])(
    "refuses %j",
    (slug) => {
      expect(isValidSlug(slug)).toBe(false);
    },
  );
});

describe("reserved words", () => {
  it.each(["studio", "admin", "api", "media", "embed", "healthz", "sign-in", "robots", "s", "null", "404"])(
    "keep %j from shows",
    (slug) => {
      expect(reservedSlugs.has(slug)).toBe(true);
    },
  );

  it("are slugs that somebody could otherwise take", () => {
    expect([...reservedSlugs, ...reservedEpisodeSlugs].filter((slug) => !isValidSlug(slug))).toEqual([]);
  });

  it("leave ordinary words free", () => {
    expect(reservedSlugs.has("night-radio")).toBe(false);
  });
});

describe("slugCandidates", () => {
  const first = (count: number, base: string, reserved?: ReadonlySet<string>) =>
    slugCandidates(base, reserved).take(count).toArray();

  it("counts from two", () => {
    expect(first(3, "night-radio")).toEqual(["night-radio", "night-radio-2", "night-radio-3"]);
  });

  it("leaves out what is reserved", () => {
    expect(first(2, "studio")).toEqual(["studio-2", "studio-3"]);
    expect(first(2, "feed", reservedEpisodeSlugs)).toEqual(["feed-2", "feed-3"]);
    expect(first(1, "studio", reservedEpisodeSlugs)).toEqual(["studio"]);
  });

  it("stays valid and different however long the base is", () => {
    const long = "x".repeat(60);
    const slugs = first(120, long);
    expect(slugs.filter((slug) => !isValidSlug(slug))).toEqual([]);
    expect(new Set(slugs).size).toBe(120);
  });
});
