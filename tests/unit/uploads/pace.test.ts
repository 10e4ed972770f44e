import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextPace, secondsLeft, startPace } from "@/app/studio/uploads/pace";
import { percent, timeLeft, titleFrom } from "@/app/studio/uploads/words";
import { missingParts } from "@/lib/media/parts";

const MB = 1e6;

describe("the pace of an upload", () => {
  it("is not known at first, nor after a moment too short to measure", () => {
    expect(startPace(0, 0).rate).toBeNull();
    expect(nextPace(startPace(0, 0), 5 * MB, 100).rate).toBeNull();
  });

  it("is what a steady line gives, whatever was there when it began", () => {
    let pace = startPace(50 * MB, 0);
    for (let second = 1; second <= 20; second++) pace = nextPace(pace, (50 + 2 * second) * MB, second * 1000);
    expect(pace.rate).toBeCloseTo(2 * MB, 0);
  });

  it("does not jump with one slow second, and follows a line that stays slow", () => {
    let pace = nextPace(nextPace(startPace(0, 0), 2 * MB, 1000), 4 * MB, 2000);
    pace = nextPace(pace, 4 * MB, 3000);
    expect(pace.rate).toBeGreaterThan(MB);
    for (let second = 4; second <= 30; second++) pace = nextPace(pace, (4 + (second - 3) / 10) * MB, second * 1000);
    expect(pace.rate).toBeCloseTo(0.1 * MB, -4);
  });

  it("is never negative, even where a part that failed takes bytes back", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(1e9), fc.integer({ min: 1, max: 60_000 }))), (steps) => {
        let [pace, at] = [startPace(0, 0), 0];
        for (const [bytes, passed] of steps) {
          at += passed;
          pace = nextPace(pace, bytes, at);
        }
        expect(pace.rate ?? 0).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("says how long the rest takes, and nothing when nothing moves", () => {
    expect(secondsLeft(10 * MB, 2 * MB)).toBe(5);
    expect(secondsLeft(10 * MB, null)).toBeNull();
    expect(secondsLeft(10 * MB, 0)).toBeNull();
  });
});

describe("the words beside an upload", () => {
  it.each([
    [null, ""],
    [3, "a few seconds left"],
    [31, "35 s left"],
    [58, "1 min left"],
    [170, "3 min left"],
    [3600, "1 h left"],
    [4800, "1 h 20 min left"],
    [200_000, "more than a day left"],
  ])("for %s seconds are %j", (seconds, words) => expect(timeLeft(seconds)).toBe(words));

  it.each([
    [0, 10, "0 %"],
    [4.29, 10, "42 %"],
    [9.999, 10, "99 %"],
    [10, 10, "100 %"],
  ])("for %d of %d are %j", (sent, size, words) => expect(percent(sent, size)).toBe(words));

  it.each([
    ["night_train-01.mp3", "Night train-01"],
    ["2026-05-12 The last stop.final.m4a", "2026-05-12 The last stop.final"],
    ["the-last-stop.mp3", "The last stop"],
    ["夜行列車.mp3", "夜行列車"],
    [".mp3", "Untitled episode"],
  ])("for a file %j make the title %j", (name, title) => expect(titleFrom(name)).toBe(title));
});

describe("what is missing", () => {
  it("is every part that has not come whole, and nothing else", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 40 }),
        fc.array(fc.nat(60)),
        (size, part, seeds) => {
          const all = missingParts(size, part, []);
          expect(all.reduce((sum, each) => sum + each.size, 0)).toBe(size);
          const received = all.filter(({ number }) => seeds.includes(number));
          const missing = missingParts(size, part, received);
          expect([...received, ...missing].sort((a, b) => a.number - b.number)).toEqual(all);
        },
      ),
    );
  });
});
