"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { AudioStatus } from "@/lib/episodes/audio-status";
import { useLive } from "../../../live/use-live";
import { begin, dismiss } from "../../../uploads/desk";
import { useDrop } from "../../../uploads/drop";
import type { FileHandle } from "../../../uploads/handles";
import { useUpload } from "../../../uploads/use-uploads";
import { ChooseFile } from "./audio/choose-file";
import { Coming } from "./audio/coming";
import { Arrived, Present } from "./audio/present";
import { Replace } from "./audio/replace";
import { Underway } from "./audio/underway";

type Props = {
  show: { slug: string };
  episode: { id: string; title: string; isOut: boolean };
  status: AudioStatus;
  me: string;
  mayEdit: boolean;
};

type Chosen = { file: File; handle: FileHandle | null };

const ASK_AGAIN_MS = 4_000;

/** The episode's audio: what it has, what is on its way to it, and where another file is dropped or chosen. */
export function AudioSection({ show, episode, status, me, mayEdit }: Props) {
  const { audio, coming } = status;
  const item = useUpload(episode.id);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const send = ({ file, handle }: Chosen) => {
    setChosen(null);
    void begin({ show: show.slug, episode: episode.id, title: episode.title }, file, handle);
  };
  const take = (file: File, handle: FileHandle | null) =>
    audio || isUnderWay(item?.state) ? setChosen({ file, handle }) : send({ file, handle });
  useDrop(mayEdit ? "The audio of this episode" : null, 1, take);
  useFreshness(episode.id, audio?.state === "checking" || coming !== null, phaseOf(item?.state));
  useEffect(() => {
    // The page tells it better than the desk, once it knows.
    if (item?.state === "ready" && audio?.state === "ready") dismiss(episode.id);
  }, [item?.state, audio?.state, episode.id]);
  const isMine = item !== undefined && !["ready", "checking"].includes(item.state);
  const isChecked = item?.state === "checking";
  const comes = coming && !(coming.upload === item?.id && coming.state === "sending") ? coming : null;
  return (
    <section
      id="audio"
      aria-labelledby="audio-heading"
      tabIndex={-1}
      className="scroll-mt-24 border-t pt-5 focus-visible:outline-none"
    >
      <h2 id="audio-heading" className="text-small font-medium">
        Audio
      </h2>
      {audio && <Present audio={audio} />}
      {isMine && <Underway item={item} onChoose={take} />}
      {!isMine && comes && <Coming coming={comes} me={me} mayEdit={mayEdit} />}
      {isChecked && !comes && audio?.state !== "checking" && <Arrived name={item.name} />}
      {mayEdit && chosen && (
        <Replace
          name={chosen.file.name}
          isOut={episode.isOut}
          onYes={() => send(chosen)}
          onNo={() => setChosen(null)}
        />
      )}
      {mayEdit &&
        !chosen &&
        !isUnderWay(item?.state) &&
        !isChecked &&
        !["sending", "checking"].includes(coming?.state ?? "") && (
          <ChooseFile isReplacing={audio !== null} isOut={episode.isOut} onChoose={take} />
        )}
      {!mayEdit && !audio && !coming && <p className="mt-3 text-quiet">No audio yet.</p>}
    </section>
  );
}

const isUnderWay = (state: string | undefined): boolean =>
  state !== undefined && ["looking", "sending", "waiting", "paused", "fileless", "failed"].includes(state);

/** Who has the file now: what the page says of it is then out of date. */
function phaseOf(state: string | undefined): "nobody" | "browser" | "house" {
  if (state === undefined) return "nobody";
  return state === "checking" || state === "ready" ? "house" : "browser";
}

/** Asks the house again when something of the episode changed; and every few seconds while it checks, should nothing be heard. */
function useFreshness(episode: string, isExpecting: boolean, phase: string): void {
  const router = useRouter();
  const before = useRef(phase);
  useEffect(() => {
    if (before.current !== phase) router.refresh();
    before.current = phase;
  }, [phase, router]);
  useLive(`episode:${episode}`, (event) => {
    if (!event || ["attachAudio", "judgeAudio"].includes(event.kind)) router.refresh();
  });
  useEffect(() => {
    if (!isExpecting) return;
    const clock = setInterval(() => document.hidden || router.refresh(), ASK_AGAIN_MS);
    return () => clearInterval(clock);
  }, [isExpecting, router]);
}
