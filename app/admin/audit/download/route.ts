import { type AuditFormat, auditFormats, fileHead, fileLines } from "@/lib/house/audit-file";
import { type AuditQuestion, walkAuditLog } from "@/lib/house/audit-log";
import { type AdminCall, adminRoute } from "@/lib/web/admin-route";
import { questionOf } from "../question";

const types: Record<AuditFormat, string> = {
  csv: "text/csv; charset=utf-8",
  jsonl: "application/x-ndjson; charset=utf-8",
};

/** The whole log that the page's filters find, streamed as it is read. */
export const GET = adminRoute(async ({ request, admin, now }) => {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const format = auditFormats.find((known) => known === query.format) ?? "csv";
  const name = `longwave-audit-${now.toISOString().slice(0, 10)}.${format}`;
  return new Response(request.method === "HEAD" ? null : fileOf(admin, questionOf(query), format), {
    headers: {
      "content-type": types[format],
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
});

export { GET as HEAD };

function fileOf(admin: AdminCall["admin"], question: AuditQuestion, format: AuditFormat): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const pages = walkAuditLog(admin, question);
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(fileHead[format])),
    pull: async (controller) => {
      const { value, done } = await pages.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(fileLines[format](value)));
    },
    cancel: async () => void (await pages.return(undefined)),
  });
}
