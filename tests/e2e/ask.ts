import { type IncomingHttpHeaders, type IncomingMessage, type OutgoingHttpHeaders, request } from "node:http";
import { buffer } from "node:stream/consumers";

export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };

type Asked = {
  method?: string;
  /** A list is sent as it stands: name, value, name, value. Nothing is added to it, not even Host. */
  headers?: OutgoingHttpHeaders | string[];
  /** Sent letter by letter instead of the address's own path. */
  path?: string;
};

/** One request on a connection of its own, as it stands: no coding is asked for or undone, no redirect followed. */
export async function ask(url: string, asked: Asked = {}): Promise<Answer> {
  const answer = await beginAnswer(url, asked);
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: await buffer(answer) };
}

/** The answer before its body is read: nothing is, until somebody does. */
export function beginAnswer(url: string, { method = "GET", headers = {}, path }: Asked = {}): Promise<IncomingMessage> {
  const { hostname, port, pathname, search } = new URL(url);
  const target = { hostname, port, path: path ?? `${pathname}${search}` };
  return new Promise((resolve, reject) => {
    const asking = request({ ...target, method, headers, agent: false, setHost: !Array.isArray(headers) }, resolve);
    asking.once("error", reject);
    asking.end();
  });
}
