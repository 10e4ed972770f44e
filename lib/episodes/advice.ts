import type { Episode, Media, Show } from "@/prisma/generated/client";

export type AdviceField = "title" | "notes" | "number" | "artwork" | "audio" | "explicit";
export type Advice = { code: string; field: AdviceField; sentence: string };

/** What the form holds at this moment; `notes` is HTML. */
export type Draft = Pick<Episode, "title" | "notes" | "number" | "type" | "explicit"> & {
  hasArtwork: boolean;
  audio: Pick<Media, "duration" | "bitrate" | "type"> | null;
};

/** The show around it: `numbered` when its other episodes have numbers. */
export type Surroundings = Pick<Show, "title" | "type" | "explicit"> & { numbered: boolean };

/** A full sentence has about this many characters. */
const SENTENCE = 40;
const SHORT_SECONDS = 60;

/** Apple's recommendation for mono (support/893-audio-requirements); stereo asks for more, which the file does not say. */
const MP3_BITRATE = 96_000;

/** What could be better, though nothing of it keeps the episode from going out. */
export function adviceFor(draft: Draft, show: Surroundings): Advice[] {
  return [
    ...aboutTitle(draft, show),
    ...aboutNotes(draft),
    ...aboutNumber(draft, show),
    ...aboutAudio(draft),
    ...aboutArtwork(draft),
    ...aboutExplicit(draft, show),
  ];
}

function aboutTitle({ title, number }: Draft, show: Surroundings): Advice[] {
  const words = title.trim();
  const found: Advice[] = [];
  const say = (code: string, sentence: string) => found.push({ code, field: "title", sentence });
  if (/^untitled episode$/i.test(words)) say("untitled", "It is still called “Untitled episode”.");
  if (repeatsNumber(words, number))
    say("title-number", "The title repeats the number; apps show that already, from its own field.");
  if (show.title.length > 2 && words.toLowerCase().includes(show.title.toLowerCase()) && words !== show.title)
    say("title-show", "The title repeats the show's title, which stands beside it everywhere.");
  return found;
}

/** "Episode 12: …", "#12", "S2E12 …", "12 – …"; where no number is given, any at the front that calls itself one. */
function repeatsNumber(title: string, number: number | null): boolean {
  const digits = number === null ? "\\d+" : `0*${number}`;
  const called = new RegExp(`(^|[^\\p{L}])(episode|folge|ep\\.?|s\\d+ ?e|e|#|nr\\.?|no\\.?) ?#?${digits}(?!\\d)`, "iu");
  if (called.test(title)) return true;
  return number !== null && new RegExp(`^${digits}\\s*[:.)|–—-]`).test(title);
}

function aboutNotes({ notes }: Draft): Advice[] {
  const { length } = plainText(notes);
  if (length >= SENTENCE) return [];
  const sentence =
    length === 0
      ? "There are no notes: people decide by them whether to listen."
      : "The notes are shorter than a sentence.";
  return [{ code: length === 0 ? "no-notes" : "short-notes", field: "notes", sentence }];
}

function aboutNumber({ type, number }: Draft, show: Surroundings): Advice[] {
  if (type !== "full" || number !== null || !show.numbered || show.type === "serial") return [];
  return [{ code: "no-number", field: "number", sentence: "It has no number, and the others of this show have one." }];
}

function aboutAudio({ audio, type }: Draft): Advice[] {
  if (!audio) return [];
  const { duration, bitrate } = audio;
  const found: Advice[] = [];
  if (type === "full" && duration !== null && duration < SHORT_SECONDS)
    found.push({
      ...{ code: "short-audio", field: "audio" },
      sentence: `The audio is ${Math.round(duration)} seconds long. Is it the whole episode?`,
    });
  if (audio.type === "audio/mpeg" && bitrate !== null && bitrate < MP3_BITRATE)
    found.push({
      ...{ code: "low-bitrate", field: "audio" },
      sentence: `The MP3 has ${Math.round(bitrate / 1000)} kbit/s; Apple recommends at least 96, and 128 in stereo.`,
    });
  return found;
}

function aboutArtwork({ hasArtwork }: Draft): Advice[] {
  if (hasArtwork) return [];
  return [{ code: "no-artwork", field: "artwork", sentence: "It has no artwork of its own; apps show the show's." }];
}

function aboutExplicit({ explicit }: Draft, show: Surroundings): Advice[] {
  if (explicit !== null) return [];
  const answer = show.explicit ? "explicit" : "clean";
  return [
    {
      code: "explicit",
      field: "explicit",
      sentence: `Whether it is explicit is left to the show, which is ${answer}.`,
    },
  ];
}

/** Near enough for counting: what a reader sees of the notes. */
const plainText = (html: string): string =>
  html
    .replace(/<[^>]*>/g, " ")
    .replace(/&nbsp;|\s/g, " ")
    .replace(/ +/g, " ")
    .trim();
