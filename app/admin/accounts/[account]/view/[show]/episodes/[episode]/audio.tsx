import { LocalTime } from "@/components/local-time";
import { durationIn } from "@/components/voice";
import { bytesInWords } from "@/lib/accounts/bytes";
import type { AudioStatus, ComingAudio, EpisodeAudio } from "@/lib/episodes/audio-status";
import { Nothing, Row } from "../../../../../../section";

/** The file that the episode has, and the one on its way. It is not played here: what is not out is theirs. */
export const Audio = ({ audio, coming }: AudioStatus) => (
  <>
    {audio && <Row title={audio.filename ?? "Audio"}>{audioInWords(audio)}</Row>}
    {coming && (
      <Row title={coming.filename}>
        {comingInWords(coming)} Last sign of it: <LocalTime at={coming.touchedAt} time />.
      </Row>
    )}
    {!audio && !coming && <Nothing>No file, and none on its way.</Nothing>}
  </>
);

function audioInWords({ state, reason, bytes, duration, bitrate }: EpisodeAudio): string {
  if (state === "refused") return reason ?? "This file was refused.";
  const facts = [
    duration !== null && durationIn("en", duration),
    bytesInWords(bytes),
    bitrate !== null && `${Math.round(bitrate / 1000)} kbit/s`,
    state === "checking" && "being checked",
  ];
  return facts.filter(Boolean).join(" · ");
}

function comingInWords({ state, reason, received, size, by }: ComingAudio): string {
  if (state === "refused") return `${reason ?? "This file was refused."}`;
  if (state === "checking") return `${bytesInWords(size)}, come whole and being checked.`;
  return `${bytesInWords(received)} of ${bytesInWords(size)} have come, sent by ${by.name}.`;
}
