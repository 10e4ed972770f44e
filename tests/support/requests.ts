import { settings } from "@/lib/platform/env";

export type Said = {
  method?: string;
  token?: string | null;
  json?: unknown;
  body?: Uint8Array<ArrayBuffer> | string;
  headers?: Record<string, string>;
};

/** A request to the house as a client would send it. `path` may be a whole address. */
export function request(path: string, { method = "GET", token, json, body, headers }: Said = {}): Request {
  return new Request(new URL(path, settings().appUrl), {
    method,
    headers: { ...(token && { authorization: `Bearer ${token}` }), ...headers },
    body: json === undefined ? body : JSON.stringify(json),
  });
}

type Handler<P> = (request: Request, context: { params: Promise<P> }) => Promise<Response>;

/** Calls a route handler as Next does. */
export const call = <P>(handler: Handler<P>, params: P, said: Said & { query?: string } = {}): Promise<Response> =>
  handler(request(`/${said.query ?? ""}`, said), { params: Promise.resolve(params) });
