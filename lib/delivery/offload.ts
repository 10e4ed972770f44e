import type { HandOn, Plan } from "@/lib/delivery/plan";
import type { Asked } from "@/lib/http/conditionals";
import type { ObjectStore } from "@/lib/storage/port";

/** Who sends the bytes: we, an nginx in front (X-Accel-Redirect), or the S3 server itself, to which listeners are sent. */
export type Offload = "off" | "x-accel" | "redirect";

type Named = Parameters<HandOn>[0];

/** A download that broke off is resumed at the address it had, perhaps hours later. */
const REDIRECT_SECONDS = 12 * 3600;

/** nginx asks at once. */
const ACCEL_SECONDS = 300;

export function handOnBy(offload: Offload, store: Pick<ObjectStore, "presignRead">): HandOn | undefined {
  if (offload === "x-accel")
    return (object, planned, asked) => (isPlain(planned, asked) ? accelerated(object, planned, store) : null);
  if (offload === "redirect")
    return (object, planned, asked) =>
      isPlain(planned, asked) && isUnconditional(planned, asked) ? redirected(object, planned, store) : null;
  return undefined;
}

/** nginx weighs If-Match again, without our ETag, and reads unusual ranges in another way: what is rare we send ourselves. */
function isPlain({ body }: Plan, asked: Asked): boolean {
  if (asked.get("if-match") !== null || asked.get("if-unmodified-since") !== null) return false;
  return body === "whole" || /^bytes=(\d{1,15}-\d{0,15}|-\d{1,15})$/.test(asked.get("range") ?? "");
}

/** An S3 server does not know If-Range, our ETag, or that we took no notice of a Range. */
function isUnconditional({ body }: Plan, asked: Asked): boolean {
  return asked.get("if-range") === null && (body !== "whole" || asked.get("range") === null);
}

/** deploy/nginx.conf has these places. One of each pair keeps nginx from weighing the Range that we have weighed already. */
function accelerated(object: Named, { headers, body }: Plan, store: Pick<ObjectStore, "presignRead">): Plan {
  const { "Content-Length": _, "Content-Range": __, ...lasting } = headers;
  const how = body === "whole" ? "whole" : "range";
  const signed = store.presignRead("inside", object, ACCEL_SECONDS);
  const place = signed ? `/longwave-s3/${how}${pathOf(signed)}` : `/longwave-files/${how}/${object.key}`;
  return { status: 200, headers: { ...lasting, "X-Accel-Redirect": place }, body: null };
}

function redirected(object: Named, { headers }: Plan, store: Pick<ObjectStore, "presignRead">): Plan | null {
  const address = store.presignRead("outside", object, REDIRECT_SECONDS);
  if (!address) return null;
  const cors = Object.fromEntries(
    Object.entries(headers).filter(([name]) => /^(access-control|cross-origin)-/i.test(name)),
  );
  const kept = { ...cors, "Cache-Control": "no-store", "Content-Length": "0" };
  return { status: 302, headers: { ...kept, Location: address }, body: null };
}

function pathOf(address: string): string {
  const { pathname, search } = new URL(address);
  return pathname + search;
}
