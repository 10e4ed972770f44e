type Said = { say: "who leads" | "I lead" | "gone"; tab: string };

type Office = { lead(succeeding: boolean): void; resign(): void };

const NAME = "longwave-live-leader";
const BEAT_MS = 2_000;
const ANSWER_MS = 400;

/**
 * Which of a browser's tabs leads, where there are no locks: the one that nobody answers when it asks who does. Each asks,
 * or says that it leads, at every beat; the leader of a hidden tab still answers, since only clocks are slowed there, and
 * one that is frozen loses its place. Of two who lead the one with the smaller name stays.
 */
export function agree(tab: string, { lead, resign }: Office): void {
  const channel = new BroadcastChannel(NAME);
  let leader: string | null = null;
  let unanswered: ReturnType<typeof setTimeout> | undefined;
  const say = (words: Said["say"]) => channel.postMessage({ say: words, tab } satisfies Said);
  const claim = () => {
    const succeeding = leader !== null;
    leader = tab;
    unanswered = undefined;
    say("I lead");
    lead(succeeding);
  };
  const beat = () => {
    if (leader === tab) return say("I lead");
    unanswered ??= setTimeout(claim, ANSWER_MS);
    say("who leads");
  };
  const follow = (other: string) => {
    clearTimeout(unanswered);
    unanswered = undefined;
    if (leader === tab && tab < other) return say("I lead");
    const led = leader === tab;
    leader = other;
    if (led) resign();
  };
  channel.onmessage = ({ data }: MessageEvent<Said>) => {
    if (data.say === "I lead") follow(data.tab);
    else if (data.say === "who leads") leader === tab && say("I lead");
    else if (data.tab === leader) beat();
  };
  addEventListener("pagehide", () => leader === tab && say("gone"));
  setInterval(beat, BEAT_MS);
  beat();
}
