import type { ComponentProps } from "react";
import { Badge } from "@/components/ui/badge";
import type { EpisodeState } from "@/lib/episodes/state";

type Props = {
  state: EpisodeState;
  deletedAt: Date | null;
  takenDownAt: Date | null;
  showTakenDownAt: Date | null;
  showDeletedAt: Date | null;
};

const states: Record<EpisodeState, { tone: ComponentProps<typeof Badge>["tone"]; name: string }> = {
  draft: { tone: "idle", name: "Draft" },
  scheduled: { tone: "waiting", name: "Scheduled" },
  published: { tone: "live", name: "On the air" },
  unpublished: { tone: "done", name: "Unpublished" },
};

/** How an episode stands, in a word; what was done to its show counts too. */
export function EpisodeStanding({ state, deletedAt, takenDownAt, showTakenDownAt, showDeletedAt }: Props) {
  if (deletedAt) return <Badge tone="done">Deleted</Badge>;
  if (showDeletedAt) return <Badge tone="done">Show deleted</Badge>;
  if (takenDownAt) return <Badge tone="trouble">Taken down</Badge>;
  if (showTakenDownAt) return <Badge tone="trouble">Show taken down</Badge>;
  const { tone, name } = states[state];
  return <Badge tone={tone}>{name}</Badge>;
}
