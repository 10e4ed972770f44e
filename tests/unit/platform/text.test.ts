import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutText, firstWords, legalText, oneLine } from "@/lib/platform/text";

const anyText = fc.string({ unit: "binary", maxLength: 300 });
const graphemes = (text: string) => [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);

describe("legalText", () => {
  it("drops what XML forbids and keeps the rest", () => {
    expect(legalText("a\u0000b\u0008\u000b\u001f\ufffe\uffffc\td\ne")).toBe("abc\td\ne");
    expect(legalText("\ud83d lone \udf99 and whole 🎙")).toBe(" lone  and whole 🎙");
    expect(legalText("one\r\ntwo\rthree")).toBe("one\ntwo\nthree");
  });
});

describe("oneLine", () => {
  it("makes one trimmed line", () => {
    expect(oneLine("  a \n\t b\u0007  ", 255)).toBe("a b");
  });

  it("cuts between visible characters", () => {
    expect(oneLine("👨‍👩‍👧👨‍👩‍👧", 12)).toBe("👨‍👩‍👧");
    expect(oneLine("x".repeat(300), 255)).toBe("x".repeat(255));
  });

  it("never grows past its limit and ends where it began", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 0, max: 60 }), (text, max) => {
        const line = oneLine(text, max);
        expect(line.length).toBeLessThanOrEqual(max);
        expect(oneLine(line, max)).toBe(line);
      }),
    );
  });
});

describe("firstWords", () => {
  it("leaves alone what fits, and cuts after a word or, in scripts without spaces, after a character", () => {
    expect(firstWords("a few\nwords", 11)).toBe("a few words");
    expect(firstWords("a few words more", 14)).toBe("a few words…");
    expect(firstWords("夜".repeat(500), 100)).toBe(`${"夜".repeat(100)}…`);
  });
});

describe("cutText", () => {
  it("leaves alone what fits, to the byte", () => {
    expect(cutText("größe", 7)).toBe("größe");
    expect(cutText("größe", 6)).toBe("gr…");
  });

  it("cuts after a word, and scripts without spaces after a character", () => {
    expect(cutText("The quick brown fox", 16)).toBe("The quick…");
    expect(cutText("日本語のポッドキャスト", 15)).toBe("日本語の…");
  });

  it("never holds more bytes than allowed nor half a character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), fc.integer({ min: 0, max: 100 }), (text, max) => {
        const cut = cutText(text, max);
        expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(max);
        expect(cut.isWellFormed()).toBe(true);
        expect(graphemes(cut)).not.toContain("\ufffd");
      }),
    );
  });
});
