/** The head of an answer; `length` is how many bytes it takes itself. */
export type Head = {
  length: number;
  status: number;
  /** null: the body's end is told in another way */
  contentLength: number | null;
  contentRange: string;
  keepsAlive: boolean;
};

const END = "\r\n\r\n";

/** Reads the head that the bytes begin with (RFC 9112 §4); null while there is more of it to come. */
export function readHead(bytes: Buffer): Head | null {
  const end = bytes.indexOf(END);
  if (end < 0) return null;
  const text = bytes.toString("latin1", 0, end + END.length);
  const field = (name: string) => new RegExp(`\r\n${name}:[ \t]*([^\r]*)\r\n`, "i").exec(text)?.[1]?.trimEnd();
  const length = field("content-length");
  return {
    length: text.length,
    status: Number(/^HTTP\/1\.\d (\d{3})/.exec(text)?.[1] ?? 0),
    contentLength: length && /^\d+$/.test(length) && !field("transfer-encoding") ? Number(length) : null,
    contentRange: field("content-range") ?? "",
    keepsAlive: text.startsWith("HTTP/1.1") && !/close/i.test(field("connection") ?? ""),
  };
}
