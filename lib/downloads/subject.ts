import type { Media, Show } from "@/prisma/generated/client";

/** Whom an answer was for: anybody, members of the workspace, a guest with a preview link. */
export type Audience = "public" | "members" | "guest";

/** What an answer was about. A feed has neither episode nor media. */
export type Subject = {
  kind: "audio" | "feed";
  audience: Audience;
  workspaceId: string;
  showId: string;
  episodeId: string | null;
  mediaId: string | null;
};

type Heard = Pick<Media, "id" | "kind" | "workspaceId" | "showId" | "episodeId">;

/** An audio file; null for artwork, of which no account is kept. */
export const audioSubject = (media: Heard, audience: Audience): Subject | null =>
  media.kind === "audio"
    ? {
        ...{ kind: "audio", audience, workspaceId: media.workspaceId },
        ...{ showId: media.showId, episodeId: media.episodeId, mediaId: media.id },
      }
    : null;

export const feedSubject = ({ id, workspaceId }: Pick<Show, "id" | "workspaceId">): Subject => ({
  ...{ kind: "feed", audience: "public", workspaceId },
  ...{ showId: id, episodeId: null, mediaId: null },
});
