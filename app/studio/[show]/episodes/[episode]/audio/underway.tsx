"use client";

import { Button } from "@/components/ui/button";
import { bytesInWords } from "@/lib/accounts/bytes";
import { cancel, dismiss, goOn, goOnWithHandle, type Item, pause } from "../../../../uploads/desk";
import { Gauge } from "../../../../uploads/gauge";
import type { FileHandle } from "../../../../uploads/handles";
import { secondsLeft } from "../../../../uploads/pace";
import { percent, timeLeft } from "../../../../uploads/words";
import { FileButton } from "./choose-file";
import { Refusal } from "./present";

type Props = { item: Item; onChoose(file: File, handle: FileHandle | null): void };

/** A file that this tab sends, or would if it could. */
export function Underway({ item, onChoose }: Props) {
  const { name, sent, size, state, sentence } = item;
  if (state === "refused")
    return (
      <div className="mt-3">
        <p className="font-medium">{name}</p>
        <Refusal sentence={sentence} />
        <div className="mt-4 flex flex-wrap gap-2">
          <FileButton label="Choose another file" onChoose={onChoose} />
          <Button size="small" variant="quiet" onClick={() => dismiss(item.episode)}>
            Dismiss
          </Button>
        </div>
      </div>
    );
  return (
    <div className="mt-3 max-w-text">
      <div className="flex items-baseline justify-between gap-4">
        <p className="min-w-0 font-medium">{name}</p>
        <p className="shrink-0 font-medium tabular-nums">{percent(sent, size)}</p>
      </div>
      <Gauge sent={sent} size={size} className="mt-3" label={`Upload of ${name}`} />
      <p className="mt-3 text-small text-quiet tabular-nums">{factsOf(item)}</p>
      <p role="status" className="text-small empty:sr-only">
        {wordsFor(item)}
      </p>
      {sentence && <Refusal sentence={sentence} />}
      <div className="mt-4 flex flex-wrap gap-2">
        <Acts item={item} />
      </div>
    </div>
  );
}

const holds: Partial<Record<Item["state"], string>> = {
  ...{ sending: "Pause", waiting: "Pause" },
  ...{ paused: "Go on", failed: "Try again" },
};

function Acts({ item: { episode, state, size, sent } }: { item: Item }) {
  const hold = holds[state];
  const press = () => (hold === "Pause" ? pause(episode) : goOn(episode));
  return (
    <>
      {hold && (
        // One button, so that it keeps the focus of whoever presses it.
        <Button size="small" variant={hold === "Pause" ? "secondary" : "primary"} onClick={press}>
          {hold}
        </Button>
      )}
      {state === "fileless" && <SameFile episode={episode} />}
      {!(state === "looking" && sent === size) && (
        <Button size="small" variant="quiet" onClick={() => cancel(episode)}>
          Cancel upload
        </Button>
      )}
    </>
  );
}

/** Where the browser still knows the file one press is enough; elsewhere it is chosen again. */
function SameFile({ episode }: { episode: string }) {
  return (
    <FileButton
      label="Choose the same file"
      before={() => goOnWithHandle(episode)}
      onChoose={(file) => goOn(episode, file)}
    />
  );
}

function factsOf({ sent, size, rate, state }: Item): string {
  const speed = state === "sending" && rate !== null && `${bytesInWords(rate)} a second`;
  const left = state === "sending" && timeLeft(secondsLeft(size - sent, rate));
  return [`${bytesInWords(sent)} of ${bytesInWords(size)}`, speed, left].filter(Boolean).join(" · ");
}

function wordsFor({ state, sentence }: Item): string {
  if (state === "looking") return "Looking at the file.";
  if (state === "paused") return "Paused.";
  if (state === "waiting") return "No network. It goes on by itself when there is one.";
  if (state === "fileless" && !sentence)
    return "The page was left while this was uploading. Choose the same file, and only what is missing is sent.";
  return "";
}
