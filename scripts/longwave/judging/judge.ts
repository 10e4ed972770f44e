import type { Asker } from "@/lib/delivery/judge/ask";
import { canAsk, type HttpCase, headersOf, type Severity, type Subject } from "@/lib/delivery/judge/case";
import { httpCases } from "@/lib/delivery/judge/table";
import { type Fault, faultIn } from "@/lib/delivery/judge/verdict";
import { CommandError } from "../command";

/** Bytes of a body that are read: enough to see that they are the right ones. */
const LIMIT = 65_536;

/** How many cases are asked at a time: somebody else's server is not to notice. */
export const AT_ONCE = 3;

export type Finding = { group: string; name: string; severity: Severity; found: string; why: string; section: string };
export type Judgement = { asked: HttpCase[]; notAsked: HttpCase[]; findings: Finding[] };

/** Asks the table of a URL. Throws what `signal` aborts with, and CommandError where the server asks for mercy. */
export async function judge(url: URL, subject: Subject, asker: Asker, signal: AbortSignal): Promise<Judgement> {
  const asked = httpCases.filter((httpCase) => canAsk(httpCase, subject));
  const found = new Map<HttpCase, Fault>();
  const rest = asked.values();
  const work = async () => {
    for (const httpCase of rest) {
      const fault = await tried(url, httpCase, subject, asker, signal);
      if (fault) found.set(httpCase, fault);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const findings = asked.flatMap((httpCase) => {
    const fault = found.get(httpCase);
    return fault ? [findingOf(httpCase, fault)] : [];
  });
  return { asked, notAsked: httpCases.filter((httpCase) => !asked.includes(httpCase)), findings };
}

async function tried(
  url: URL,
  httpCase: HttpCase,
  subject: Subject,
  asker: Asker,
  signal: AbortSignal,
): Promise<Fault | null> {
  const { method } = httpCase;
  try {
    const headers = headersOf(httpCase, subject);
    const answer = await asker.ask(url, { method, headers, limit: LIMIT, patience: 15_000, signal });
    if (answer.status === 429)
      throw new CommandError("too-many", `${url.host} asks not to be asked so often (429). Try again later.`);
    return faultIn(answer, httpCase, subject);
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (error instanceof CommandError) throw error;
    return { severity: "breaks listening", words: `no whole answer (${(error as Error).message})` };
  }
}

function findingOf({ group, name, why, section }: HttpCase, { severity, words }: Fault): Finding {
  return { group, name, severity, found: words, why, section };
}
