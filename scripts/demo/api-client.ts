import { CommandError } from "../longwave/command";

/** What the API refused, in its own words (RFC 9457). */
export class Refused extends CommandError {
  override name = "Refused";
  readonly status: number;
  constructor(status: number, detail: string) {
    super("refused", detail);
    this.status = status;
  }
}

export type ApiClient = ReturnType<typeof apiClient>;

/** Speaks the API at `appUrl` as whom the token stands for. Calls give the JSON answer and throw Refused. */
export function apiClient(appUrl: string, token: string) {
  const call = async <T>(method: string, path: string, body?: object | Uint8Array<ArrayBuffer>): Promise<T> => {
    const bytes = body instanceof Uint8Array ? body : JSON.stringify(body);
    const type = body instanceof Uint8Array ? "application/octet-stream" : "application/json";
    const headers = { authorization: `Bearer ${token}`, ...(body && { "content-type": type }) };
    const response = await fetch(`${appUrl}/api/v1${path}`, { method, headers, body: bytes });
    if (response.status === 401) throw strange(appUrl);
    if (!response.ok) throw new Refused(response.status, await detailOf(response));
    return (response.status === 204 ? null : await response.json()) as T;
  };
  return {
    appUrl,
    get: <T>(path: string) => call<T>("GET", path),
    post: <T>(path: string, body: object) => call<T>("POST", path, body),
    put: <T>(path: string, body: object | Uint8Array<ArrayBuffer>) => call<T>("PUT", path, body),
    delete: (path: string) => call<null>("DELETE", path),
  };
}

/** Our database has the account, so the one who answers has another. */
const strange = (appUrl: string): CommandError =>
  new CommandError(
    "other-house",
    `What answers at ${appUrl} does not know the account just made here. Run the demo on the server's machine, with the server's settings.`,
  );

async function detailOf(response: Response): Promise<string> {
  const text = await response.text();
  try {
    return JSON.parse(text).detail ?? text;
  } catch {
    return `${response.status} ${response.statusText}`;
  }
}
