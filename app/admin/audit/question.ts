import { targetTypes } from "@/lib/audit/record";
import type { AuditQuestion, Place } from "@/lib/house/audit-log";
import { fieldOf, type Query } from "../../studio/query";
import { wordsOf } from "../list-question";

const DAY = 24 * 3600_000;

/** What the address asks of the log; what it does not understand is as if it were not there. Days are those of UTC. */
export function questionOf(query: Query): AuditQuestion {
  const [type, act] = [fieldOf(query, "type"), fieldOf(query, "act")];
  const until = dayOf(fieldOf(query, "to"));
  return {
    actor: wordsOf(fieldOf(query, "actor")),
    act: /^\w{1,60}$/.test(act) ? act : "",
    targetType: targetTypes.find((known) => known === type) ?? null,
    target: wordsOf(fieldOf(query, "target")),
    from: dayOf(fieldOf(query, "from")),
    until: until && new Date(until.getTime() + DAY),
  };
}

/** The place that a page of the log begins behind; null: at the newest. */
export function placeOf(query: Query): Place | null {
  const [instant = "", id = ""] = fieldOf(query, "after").split("_");
  const at = new Date(instant);
  return at.getUTCFullYear() > 0 && /^[0-9a-f-]{36}$/.test(id) ? { at, id } : null;
}

/** The address's part behind the path for the same question, with `more`. */
export function queryOf(question: AuditQuestion, more: Record<string, string> = {}): string {
  return `?${new URLSearchParams({ ...fieldsOf(question), ...more })}`;
}

/** The question as a form's fields. */
export function fieldsOf({ actor, act, targetType, target, from, until }: AuditQuestion): Record<string, string> {
  return {
    ...(actor && { actor }),
    ...(act && { act }),
    ...(targetType && { type: targetType }),
    ...(target && { target }),
    ...(from && { from: asDay(from) }),
    ...(until && { to: asDay(new Date(until.getTime() - DAY)) }),
  };
}

export const afterLine = ({ at, id }: Place): string => `${at.toISOString()}_${id}`;

const asDay = (instant: Date): string => instant.toISOString().slice(0, 10);

function dayOf(text: string): Date | null {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && day.getUTCFullYear() > 0 ? day : null;
}
