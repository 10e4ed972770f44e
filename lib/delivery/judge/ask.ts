import { type IncomingMessage, Agent as PlainAgent, request as plain } from "node:http";
import { Agent as SecureAgent, request as secure } from "node:https";
import type { Answered } from "@/lib/delivery/judge/case";

export type Asking = {
  method: string;
  headers: Record<string, string>;
  /** bytes of the body that are read; then the connection is ended */
  limit: number;
  /** milliseconds that the whole answer may take */
  patience: number;
  signal: AbortSignal;
};

/** `hops` are the addresses that led on to `url`. */
export type Reached = Answered & { url: URL; hops: URL[] };

/** Podcast apps give up after about as many. */
const MOST_HOPS = 10;

/** Said to every server, so that its owner can tell who asked. */
const NAME = "LongwaveJudge/1.0";

export type Asker = { ask(url: URL, asking: Asking): Promise<Reached>; close(): void };

/** Asks over at most `connections` at once, and follows redirects as podcast apps do: with the same header again. */
export function asker(connections: number): Asker {
  const options = { keepAlive: true, maxSockets: connections };
  const agents = { "http:": new PlainAgent(options), "https:": new SecureAgent(options) };

  const once = (url: URL, asking: Asking, alone = asking.method === "HEAD"): Promise<Answered> =>
    new Promise((resolve, reject) => {
      const { method } = asking;
      const headers = { "user-agent": NAME, ...asking.headers };
      const isSecure = url.protocol === "https:";
      const agent = alone ? false : agents[isSecure ? "https:" : "http:"];
      const signal = AbortSignal.any([asking.signal, AbortSignal.timeout(asking.patience)]);
      const sent = (isSecure ? secure : plain)(url, { method, headers, agent, signal });
      const raw: Buffer[] = [];
      if (method === "HEAD")
        sent.once("socket", (socket) => socket.prependListener("data", (chunk: Buffer) => raw.push(chunk)));
      sent.once("error", reject);
      sent.once("response", (answer) => {
        sent.off("error", reject).on("error", () => {});
        const bodyOf = method === "HEAD" ? unaskedBody(answer, raw) : read(answer, asking.limit);
        bodyOf.then((body) => resolve({ ...body, ...headOf(answer) }), reject);
      });
      sent.end();
    });

  async function ask(url: URL, asking: Asking, hops: URL[] = []): Promise<Reached> {
    // The server may have ended a kept connection just before we asked over it, and the others with it: RFC 9112 §9.3.1 has us ask
    // once more.
    const again = (error: NodeJS.ErrnoException) =>
      error.code === "ECONNRESET" ? once(url, asking, true) : Promise.reject(error);
    const answer = await once(url, asking).catch(again);
    const target = answer.headers.location;
    if (![301, 302, 303, 307, 308].includes(answer.status) || target === undefined) return { ...answer, url, hops };
    if (hops.length === MOST_HOPS) throw new Error(`It leads on and on: ${MOST_HOPS} redirects, and one more.`);
    const next = URL.parse(target, url);
    if (!next || !/^https?:$/.test(next.protocol)) throw new Error(`It leads to ${target}, which is no web address.`);
    return ask(next, asking, [...hops, url]);
  }

  return {
    ask: (url, asking) => ask(url, asking),
    close() {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
}

function headOf({ statusCode = 0, headers }: IncomingMessage): Pick<Answered, "status" | "headers"> {
  const flat = Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : value]);
  return { status: statusCode, headers: Object.fromEntries(flat) };
}

async function read(answer: IncomingMessage, limit: number): Promise<Pick<Answered, "body" | "ended">> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > limit) break; // which ends the connection
  }
  const body = Buffer.concat(chunks);
  return size > limit ? { body: body.subarray(0, limit), ended: false } : { body, ended: true };
}

/** What came behind the header of an answer to HEAD: Node's parser would not show it. */
async function unaskedBody(answer: IncomingMessage, raw: Buffer[]): Promise<Pick<Answered, "body" | "ended">> {
  answer.resume();
  await new Promise((resolve) => setImmediate(resolve));
  answer.socket.destroy();
  const all = Buffer.concat(raw);
  const headEnd = all.indexOf("\r\n\r\n");
  return { body: headEnd < 0 ? Buffer.of() : all.subarray(headEnd + 4), ended: true };
}
