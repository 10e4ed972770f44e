import { describe, expect, it } from "vitest";
import { adviceFor, type Draft, type Surroundings } from "@/lib/episodes/advice";

const show: Surroundings = { title: "Night Train", type: "episodic", explicit: false, numbered: true };
const audio = { duration: 1800, bitrate: 128_000, type: "audio/mpeg" };
const draft: Draft = {
  title: "The first stop",
  notes: "<p>We ride to the first stop, and talk about who gets off there.</p>",
  ...{ number: 4, type: "full", explicit: false, hasArtwork: true, audio },
};

const codes = (changes: Partial<Draft>, around: Partial<Surroundings> = {}) =>
  adviceFor({ ...draft, ...changes }, { ...show, ...around }).map(({ code }) => code);

describe("advice", () => {
  it("is silent about an episode that has it all", () => {
    expect(codes({})).toEqual([]);
  });

  it.each([
    "Episode 4: The first stop",
    "Ep. 4",
    "#4 – Stop",
    "Folge 04 – Stop",
    "S1E4 Stop",
    "S1 E4",
    "4. Stop",
    "004: Stop",
  ])("hears the number in %j", (title) => {
    expect(codes({ title })).toEqual(["title-number"]);
  });

  it.each(["4 ways to miss a train", "Step 45", "Episode 45", "1984: a book", "Deep 4"])(
    "leaves %j alone when it is number 4",
    (title) => {
      expect(codes({ title })).toEqual([]);
    },
  );

  it("hears a number that has no field yet", () => {
    expect(codes({ title: "Episode 12: Stop", number: null }, { numbered: false })).toEqual(["title-number"]);
  });

  it.each([
    [{ title: "night train: The first stop" }, "title-show"],
    [{ title: "Untitled episode" }, "untitled"],
    [{ notes: "" }, "no-notes"],
    [{ notes: "<p>&nbsp;</p><ul><li></li></ul>" }, "no-notes"],
    [{ notes: "<p>We talk.</p>" }, "short-notes"],
    [{ number: null }, "no-number"],
    [{ audio: { ...audio, duration: 12.4 } }, "short-audio"],
    [{ audio: { ...audio, bitrate: 64_000 } }, "low-bitrate"],
    [{ hasArtwork: false }, "no-artwork"],
    [{ explicit: null }, "explicit"],
  ] satisfies [Partial<Draft>, string][])("about %j is %s", (changes, code) => {
    expect(codes(changes)).toEqual([code]);
  });

  it("asks a number of nobody where none has one, nor of a trailer", () => {
    expect(codes({ number: null }, { numbered: false })).toEqual([]);
    expect(codes({ number: null, type: "trailer" })).toEqual([]);
  });

  it("lets a trailer be short, and AAC be small", () => {
    expect(codes({ type: "trailer", audio: { ...audio, duration: 20 } })).toEqual([]);
    expect(codes({ audio: { duration: 1800, bitrate: 64_000, type: "audio/mp4" } })).toEqual([]);
  });

  it("says nothing of audio that is not there: that blocks", () => {
    expect(codes({ audio: null })).toEqual([]);
  });

  it("names the field that it is about", () => {
    expect(adviceFor({ ...draft, notes: "" }, show)).toEqual([
      {
        ...{ code: "no-notes", field: "notes" },
        sentence: "There are no notes: people decide by them whether to listen.",
      },
    ]);
  });
});
