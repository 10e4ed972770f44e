import { CircleAlert } from "lucide-react";
import { durationIn } from "@/components/voice";
import { bytesInWords } from "@/lib/accounts/bytes";
import type { EpisodeAudio } from "@/lib/episodes/audio-status";

/** The audio that the episode has. */
export function Present({ audio }: { audio: EpisodeAudio }) {
  return (
    <div className="mt-3">
      <p className="font-medium">{audio.filename ?? "Audio"}</p>
      <p className="mt-0.5 text-small text-quiet">{factsOf(audio)}</p>
      {audio.state === "checking" && <Checking />}
      {audio.state === "refused" && <Refusal sentence={audio.reason} />}
      {audio.address && (
        <audio
          controls
          preload="none"
          src={audio.address}
          aria-label="The episode’s audio"
          className="mt-4 w-full max-w-text"
        />
      )}
    </div>
  );
}

/** A file that has just come, before the page knows of it. */
export const Arrived = ({ name }: { name: string }) => (
  <div className="mt-3">
    <p className="font-medium">{name}</p>
    <Checking />
  </div>
);

/** The house reads the whole file once. */
export const Checking = () => (
  <p role="status" className="mt-3 flex items-center gap-3 text-small">
    <span aria-hidden="true" className="glow size-2 shrink-0 rounded-full bg-signal" />
    Checking the file: what it is, how long, and whether it came whole.
  </p>
);

export const Refusal = ({ sentence }: { sentence: string | null }) => (
  <p role="alert" className="mt-3 flex max-w-text gap-2 text-small text-signal">
    <CircleAlert aria-hidden="true" className="mt-[0.15em] size-[1.15em] shrink-0" />
    {sentence ?? "This file was refused."}
  </p>
);

function factsOf({ duration, bytes, bitrate }: EpisodeAudio): string {
  const facts = [
    duration !== null && durationIn("en", duration),
    bytesInWords(bytes),
    bitrate !== null && `${Math.round(bitrate / 1000)} kbit/s`,
  ];
  return facts.filter(Boolean).join(" · ");
}
