import { type Actor, asAdmin } from "@/lib/accounts/actor";
import type { Look } from "@/lib/accounts/looks";
import { listMembers, type MemberLine } from "@/lib/accounts/members";
import { findWorkspaceFor } from "@/lib/accounts/queries";
import { listWorkspaceLines, type WorkspaceLine } from "@/lib/accounts/workspaces";
import { type Act, record } from "@/lib/audit/record";
import { type Advice, adviceFor } from "@/lib/episodes/advice";
import { type AudioStatus, audioStatus } from "@/lib/episodes/audio-status";
import { listScheduled } from "@/lib/episodes/calendar";
import { type Snapshot, snapshotOf } from "@/lib/episodes/history";
import { cleanNotes } from "@/lib/episodes/notes";
import { publicationBlockers } from "@/lib/episodes/policy";
import { type FullEpisode, findEpisodeFor } from "@/lib/episodes/queries";
import { listShowLines } from "@/lib/episodes/show-list";
import { standingOf } from "@/lib/episodes/standing";
import { type EpisodeState, episodeState } from "@/lib/episodes/state";
import { type EpisodeQuestion, type EpisodeTable, listEpisodeTable } from "@/lib/episodes/table";
import { db } from "@/lib/platform/db";
import type { Blocker } from "@/lib/shows/policy";
import { findShowFor, listFormerSlugs, type ShowWithArtwork } from "@/lib/shows/queries";
import { type Settings, settingsOf } from "@/lib/shows/settings";

/** One page of the shows that the user sees in their studio. */
export const lookAtShows = (look: Look, page: number, now: Date) => listShowLines(eyesOf(look), { page }, now);

export type LookedAtWorkspace = WorkspaceLine & { people: MemberLine[] };

/** The workspaces that the user sees, each with who is in it. */
export async function lookAtWorkspaces(look: Look): Promise<LookedAtWorkspace[]> {
  const eyes = eyesOf(look);
  const lines = await listWorkspaceLines(eyes);
  return Promise.all(
    lines.map(async (line) => {
      const workspace = await findWorkspaceFor(eyes, line.id, "analyst");
      return { ...line, people: workspace ? await listMembers(workspace) : [] };
    }),
  );
}

type Shown = Pick<ShowWithArtwork, "id" | "slug" | "title" | "language">;
export type LookedAtShow = { show: Shown; table: EpisodeTable };

/** A show's episodes as the user sees them; each look leaves its event. Null where the user finds nothing. */
export async function lookAtShow(
  look: Look,
  slug: string,
  question: EpisodeQuestion,
  now: Date,
): Promise<LookedAtShow | null> {
  const show = await findShowFor(eyesOf(look), slug, "analyst");
  if (!show) return null;
  await note(look, "lookAtShow", { target: { type: "show", id: show.id }, workspaceId: show.workspaceId });
  return { show, table: await listEpisodeTable(show, question, now) };
}

/** A show's settings as the user sees them, and what is scheduled. */
export async function lookAtSettings(look: Look, slug: string, now: Date) {
  const show = await findShowFor(eyesOf(look), slug, "analyst");
  if (!show) return null;
  await note(look, "lookAtSettings", { target: { type: "show", id: show.id }, workspaceId: show.workspaceId });
  const [former, scheduled, mayEdit] = await Promise.all([
    listFormerSlugs(show),
    listScheduled(show, now),
    findShowFor(eyesOf(look), slug, "editor").then(Boolean),
  ]);
  const settings: Settings = settingsOf(show);
  return { show, settings, former, scheduled, mayEdit };
}

export type LookedAtEpisode = {
  episode: FullEpisode;
  state: EpisodeState;
  /** HTML that is clean */
  notes: string;
  audio: AudioStatus;
  blockers: Blocker[];
  advice: Advice[];
  saved: Snapshot["by"];
  /** whether their role lets them write and publish */
  mayEdit: boolean;
};

/** An episode as the user sees it, with what keeps it from going out. */
export async function lookAtEpisode(look: Look, slug: string, id: string, now: Date): Promise<LookedAtEpisode | null> {
  const eyes = eyesOf(look);
  const episode = await findEpisodeFor(eyes, id, "analyst");
  if (episode?.show.slug !== slug) return null;
  const { show, audio: media } = episode;
  await note(look, "lookAtEpisode", { target: { type: "episode", id }, workspaceId: show.workspaceId });
  const [audio, { othersNumbered: numbered }, { by: saved }, mayEdit] = await Promise.all([
    audioStatus(episode),
    standingOf(episode, now),
    snapshotOf(episode),
    findEpisodeFor(eyes, id, "editor").then(Boolean),
  ]);
  const draft = { ...episode, hasArtwork: episode.artworkId !== null };
  return {
    ...{ episode, audio, saved, mayEdit, state: episodeState(episode, now), notes: cleanNotes(episode.notes) },
    blockers: publicationBlockers(show, episode, media),
    advice: adviceFor(draft, { ...show, numbered }),
  };
}

const note = (look: Look, act: string, about: Pick<Act, "target" | "workspaceId">) =>
  record(db(), {
    ...asAdmin(look.admin),
    ...{ act, ...about, difference: { reason: look.reason, asSeenBy: look.user.id } },
  });

/** Stays in here: with the user's eyes things are read, never changed. */
const eyesOf = ({ user }: Look): Actor => ({ user, workspaceId: null, via: "session" });
