"use client";

import type { ReactNode } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import type { ActionState } from "@/lib/web/action";
import { useAnswer } from "../../../../use-answer";
import { Artwork } from "./artwork";
import { Details } from "./details";
import type { EditedEpisode } from "./edited-episode";
import { EditorContext } from "./editing/context";
import { useCompany } from "./editing/use-company";
import { useSession } from "./editing/use-session";
import { EditorBar } from "./editor-bar";
import { NotesField } from "./notes/notes-field";
import { Notices } from "./notices";
import { DeleteEpisode } from "./publish/delete-episode";
import { TitleField } from "./title-field";

type Props = {
  episode: EditedEpisode;
  me: string;
  mayEdit: boolean;
  save(previous: ActionState, form: FormData): Promise<ActionState>;
  /** AudioSection: stands below the title. */
  audio?: ReactNode;
  /** PublishPanel: stands beside the form, below it on a phone. */
  publish?: ReactNode;
};

/** An episode's page: what is written about it, its audio, and the panel that puts it on the air. */
export function Editor({ episode, me, mayEdit, save, audio, publish }: Props) {
  const { show } = episode;
  const [answer, submit] = useAnswer(save);
  const { session, state, found, decide } = useSession(episode, me);
  const others = useCompany(episode.id, session, me);
  return (
    <EditorContext value={{ session, state, mayEdit, language: show.language }}>
      <h1 className="sr-only">{state.base.title}</h1>
      <EditorBar episode={episode} others={others} />
      {/* Its fields stand among things that have forms of their own, and name it. */}
      <form
        id="episode"
        noValidate
        action={submit}
        onSubmit={(event) => {
          event.preventDefault();
          void session.saveNow();
        }}
      >
        <input type="hidden" name="episode" value={episode.id} />
        <input type="hidden" name="version" value={state.version} />
      </form>
      {answer?.ok === false && <ErrorSummary problem={answer} />}
      <Notices found={found} decide={decide} />
      <div className="grid gap-x-16 gap-y-14 pt-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,20rem)] lg:pt-12 xl:gap-x-24">
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-12">
          <TitleField />
          {audio}
          <NotesField />
          <Details episode={episode} />
          {mayEdit && (
            <button type="submit" form="episode" className="hidden underline noscript:block">
              Save
            </button>
          )}
        </div>
        <aside
          aria-label="Publishing"
          className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-12 lg:border-s lg:ps-10"
        >
          <div id="publish">{publish}</div>
          <Artwork episode={episode} />
          {mayEdit && <DeleteEpisode show={show.slug} episode={episode.id} title={state.base.title} />}
        </aside>
      </div>
    </EditorContext>
  );
}
