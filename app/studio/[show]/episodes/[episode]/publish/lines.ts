import { adviceFor, type Surroundings } from "@/lib/episodes/advice";
import type { EpisodeFields } from "@/lib/episodes/fields";
import { publicationBlockers } from "@/lib/episodes/policy";
import type { Line } from "./checklist";

type Audio = Parameters<typeof adviceFor>[0]["audio"] & Parameters<typeof publicationBlockers>[2];

/** What is there beside the form: files come and go by themselves. */
export type Saved = { hasArtwork: boolean; audio: Audio | null; takenDownAt: Date | null };
export type Around = Surroundings & Parameters<typeof publicationBlockers>[0] & { slug: string };

/** The checklist for what the form holds at this moment. */
export function linesFor(fields: EpisodeFields, { hasArtwork, audio, takenDownAt }: Saved, show: Around) {
  const blockers: Line[] = publicationBlockers(show, { ...fields, takenDownAt }, audio).map(({ code, sentence }) => ({
    ...{ code, sentence },
    href: placeOf(code, show.slug),
  }));
  const advice: Line[] = adviceFor({ ...fields, hasArtwork, audio }, show).map(({ code, field, sentence }) => ({
    ...{ code, sentence },
    href: `#${field}`,
  }));
  return { blockers, advice };
}

/** What the show lacks is mended in its settings. */
function placeOf(code: string, slug: string): string {
  if (code === "show-artwork") return `/studio/${slug}/settings#picture`;
  if (code.startsWith("show-")) return `/studio/${slug}/settings#general`;
  if (code === "taken-down") return "#taken-down";
  return code === "episode-number" ? "#number" : "#audio";
}
