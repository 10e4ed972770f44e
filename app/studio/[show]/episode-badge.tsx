import type { ComponentProps } from "react";
import { Badge } from "@/components/ui/badge";
import type { EpisodeState } from "@/lib/episodes/state";

const looks: Record<EpisodeState, { tone: ComponentProps<typeof Badge>["tone"]; name: string }> = {
  draft: { tone: "idle", name: "Draft" },
  scheduled: { tone: "waiting", name: "Scheduled" },
  published: { tone: "live", name: "Published" },
  unpublished: { tone: "done", name: "Unpublished" },
};

/** How it stands with an episode, in a word. */
export const EpisodeBadge = ({ state }: { state: EpisodeState }) => (
  <Badge tone={looks[state].tone}>{looks[state].name}</Badge>
);
