import { isPartAddress } from "@/lib/media/part-addresses";
import { receivePart } from "@/lib/media/part-mutations";
import { readPart } from "@/lib/media/part-request";
import { findUploadAsStarter, findUploadFor } from "@/lib/media/queries";
import { requireActor, required } from "@/lib/web/api";
import { otherMethods } from "@/lib/web/other-methods";
import { problem } from "@/lib/web/problems";

type Context = { params: Promise<{ id: string; number: string }> };

/** The bytes of one part. The address is signed, so it needs no token; a token that may is as good. */
export async function PUT(request: Request, context: Context): Promise<Response> {
  try {
    const { id, number: text } = await context.params;
    const number = /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 0;
    const now = new Date();
    const upload = required(await findUpload(request, id, number, now));
    const { etag } = await receivePart(upload, number, readPart(request), now);
    return new Response(null, { status: 204, headers: { etag, "cache-control": "no-store" } });
  } catch (error) {
    return problem(error);
  }
}

async function findUpload(request: Request, id: string, number: number, now: Date) {
  if (isPartAddress(id, number, new URL(request.url).searchParams, now)) return findUploadAsStarter(id);
  return findUploadFor(await requireActor(request, now), id, "editor");
}

export const { GET, HEAD, POST, PATCH, DELETE, OPTIONS } = otherMethods("PUT");
