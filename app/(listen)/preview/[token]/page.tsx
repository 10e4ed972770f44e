import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { DisplayTitle } from "@/components/display-title";
import { EpisodeFacts } from "@/components/episode-facts";
import { LocalTime } from "@/components/local-time";
import { Notes } from "@/components/notes";
import { EpisodePlayer } from "@/components/player/episode-player";
import { trackOf } from "@/components/player/track";
import { ShowFrame, Spread } from "@/components/show-frame";
import { findPreview, type Preview } from "@/lib/episodes/previews";
import { seekLinks } from "@/lib/episodes/timestamps";
import { previewOf } from "@/lib/feed/preview";
import { accentPair } from "@/lib/shows/accent";
import { PreviewCover } from "./preview-cover";

type Props = { params: Promise<{ token: string }> };

// The page and its title ask for the same preview.
const previewAt = cache(async (token: string) => (await findPreview(token, new Date())) ?? notFound());

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { episode } = await previewAt((await params).token);
  return { title: `${episode.title} · Preview`, robots: { index: false, follow: false }, referrer: "no-referrer" };
}

/** An episode before it is out, as it will be, for whoever holds the link. */
export default async function PreviewPage({ params }: Props) {
  const { token } = await params;
  const preview = await previewAt(token);
  const now = new Date();
  const { show, episode, hasAudio } = previewOf(preview, token, now);
  const accent = accentPair(show.accent);
  return (
    <ShowFrame show={show} accent={accent}>
      <Notice preview={preview} now={now} pageUrl={episode.pageUrl} />
      <main className="grid gap-y-12 pt-5 lg:gap-y-20 lg:pt-12">
        <Spread aside={<PreviewCover show={show} artworkUrl={episode.artworkUrl ?? show.artworkUrl} />}>
          <DisplayTitle title={episode.title} language={show.language} />
          <div className="mt-5 lg:mt-7">
            <EpisodeFacts episode={episode} language={show.language} />
          </div>
          <div className="mt-6 lg:mt-8">
            {hasAudio ? (
              <EpisodePlayer track={{ ...trackOf(show, episode, accent), page: `/preview/${token}` }} startAt={null} />
            ) : (
              <p className="text-quiet">There is no audio yet. It plays here as soon as it has been checked.</p>
            )}
          </div>
        </Spread>
        {episode.notesHtml && (
          <Spread ruled aside={null}>
            <Notes
              html={hasAudio ? seekLinks(episode.notesHtml, episode.duration) : episode.notesHtml}
              language={show.language}
            />
          </Spread>
        )}
      </main>
    </ShowFrame>
  );
}

type NoticeProps = { preview: Preview; now: Date; pageUrl: string };

function Notice({ preview: { episode, expiresAt }, now, pageUrl }: NoticeProps) {
  const { publishAt } = episode;
  return (
    <aside
      dir="ltr"
      aria-label="Preview"
      className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-b py-4 text-small text-quiet"
    >
      <span className="flex items-baseline gap-2 font-medium text-ink">
        <span aria-hidden="true" className="size-2 rounded-full border border-accent" />
        Preview
      </span>
      {publishAt && publishAt <= now ? (
        <span>
          It is out by now:{" "}
          <a className="link" href={pageUrl}>
            open its page
          </a>
          .
        </span>
      ) : (
        <span>This episode is not out yet{publishAt && <Due at={publishAt} />}. Please keep the link to yourself.</span>
      )}
      <span className="md:ms-auto">
        The link works until <LocalTime at={expiresAt} time />.
      </span>
    </aside>
  );
}

const Due = ({ at }: { at: Date }) => (
  <>
    ; it is to come on <LocalTime at={at} time />
  </>
);
