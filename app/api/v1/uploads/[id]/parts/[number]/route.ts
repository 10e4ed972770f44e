import { parseContentDigest } from "@/lib/http/digest";
import { receivePart } from "@/lib/media/mutations";
import { isPartAddress } from "@/lib/media/part-addresses";
import { findUploadAsStarter, findUploadFor } from "@/lib/media/queries";
import { DomainError } from "@/lib/platform/errors";
import { findActor, required } from "@/lib/web/api";
import { problem } from "@/lib/web/problems";

type Context = { params: Promise<{ id: string; number: string }> };

/** The bytes of one part. The address is signed, so it needs no token; a token that may is as good. */
export async function PUT(request: Request, context: Context): Promise<Response> {
  try {
    const { id, number } = await context.params;
    const upload = required(await findUpload(request, id, Number(number)));
    const { etag } = await receivePart(upload, Number(number), bodyOf(request), new Date());
    return new Response(null, { status: 204, headers: { etag, "cache-control": "no-store" } });
  } catch (error) {
    return problem(error);
  }
}

async function findUpload(request: Request, id: string, number: number) {
  const now = new Date();
  if (isPartAddress(id, number, new URL(request.url).searchParams, now)) return findUploadAsStarter(id);
  const actor = await findActor(request, now);
  if (!actor)
    throw new DomainError("unauthenticated", "This address has run out; ask for the upload again to get a fresh one.");
  return findUploadFor(actor, id, "editor");
}

function bodyOf(request: Request) {
  const digest = parseContentDigest(request.headers.get("content-digest"));
  if (digest === "malformed")
    throw new DomainError("malformed", "Content-Digest must be like `sha-256=:…base64…:` (RFC 9530).");
  const length = request.headers.get("content-length");
  return {
    body: request.body ?? new Blob().stream(),
    length: length === null ? null : Number(length),
    promised: digest && digest.sha256,
  };
}
