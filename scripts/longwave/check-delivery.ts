import { asker } from "@/lib/delivery/judge/ask";
import { type Command, CommandError, say } from "./command";
import { AT_ONCE, type Judgement, judge } from "./judging/judge";
import { type Learnt, learn } from "./judging/learn";
import { report } from "./judging/report";
import { readWebAddress } from "./options";

const MINUTES = 3;

/** Judges how any URL gives out a podcast's file, their own storage or CDN included. Fails when something breaks listening. */
export const checkDelivery: Command = {
  usage: "check delivery URL",
  run: async (args) => {
    const url = readWebAddress(args);
    const client = asker(AT_ONCE);
    try {
      const signal = AbortSignal.timeout(MINUTES * 60_000);
      const learnt = await learn(url, client, signal);
      sayWhatItIs(learnt);
      const judgement = await judge(url, learnt.subject, client, signal).catch((error) => {
        throw signal.aborted ? tooSlow(url) : error;
      });
      for (const line of report(judgement)) say(line);
      return lineOf(url, learnt, judgement);
    } finally {
      client.close();
    }
  },
};

function sayWhatItIs({ subject, url, hops, type }: Learnt): void {
  if (hops.length > 0) say(`Led on by ${hops.length} redirect${hops.length === 1 ? "" : "s"} to ${url}`);
  say(`${subject.size} bytes of ${type ?? "no said type"}, ETag ${subject.etag ?? "none"}`);
}

function lineOf(
  url: URL,
  { subject, hops, url: reached, type }: Learnt,
  { asked, notAsked, findings }: Judgement,
): object {
  const about = { url, reached, redirects: hops.length, bytes: subject.size, type, etag: subject.etag };
  const counts = { asked: asked.length, notAsked: notAsked.length, held: asked.length - findings.length };
  const broken = findings.filter(({ severity }) => severity === "breaks listening").length;
  const line = { ...about, ...counts, findings };
  if (broken === 0) {
    say(findings.length === 0 ? "All of it holds." : `Nothing breaks listening; ${findings.length} answers differ.`);
    return line;
  }
  const message = `${broken} of ${asked.length} answers break listening, ${findings.length - broken} differ.`;
  return { ...line, error: { code: "breaks-listening", message } };
}

const tooSlow = ({ host }: URL): CommandError =>
  new CommandError("too-slow", `${host} had not answered everything after ${MINUTES} minutes.`);
