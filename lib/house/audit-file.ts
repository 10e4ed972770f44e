import type { AuditLine } from "@/lib/house/audit-log";

export const auditFormats = ["csv", "jsonl"] as const;
export type AuditFormat = (typeof auditFormats)[number];

const columns = [
  "at",
  "act",
  "actorId",
  "actor",
  "actorEmail",
  "via",
  "targetType",
  "targetId",
  "target",
  "workspaceId",
  "workspace",
  "difference",
  "id",
] as const satisfies (keyof AuditLine)[];

/** What stands above the lines in a file of this format. */
export const fileHead: Record<AuditFormat, string> = { csv: `${columns.join(",")}\r\n`, jsonl: "" };

/** Events as the lines of a file: CSV after RFC 4180, or a JSON object a line. */
export const fileLines: Record<AuditFormat, (lines: AuditLine[]) => string> = {
  csv: (lines) => lines.map((line) => `${columns.map((column) => cell(line[column])).join(",")}\r\n`).join(""),
  jsonl: (lines) => lines.map((line) => `${JSON.stringify(line)}\n`).join(""),
};

function cell(value: AuditLine[(typeof columns)[number]]): string {
  if (value === null) return "";
  if (value instanceof Date) return value.toISOString();
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return `"${harmless(text).replaceAll('"', '""')}"`;
}

/** A spreadsheet takes a cell that begins like this for a formula (OWASP, CSV injection). */
const harmless = (text: string): string => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text);
