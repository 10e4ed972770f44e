import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import { z } from "zod";
import type { Actor, HouseAdmin } from "@/lib/accounts/actor";
import { DomainError } from "@/lib/platform/errors";
import { answerTooMany } from "@/lib/web/action-status";
import { type Caller, caller } from "@/lib/web/caller";
import { refuseOtherSites } from "@/lib/web/origin";
import { asExpected } from "@/lib/web/problems";
import { requireHouseAdmin, requireSignedIn } from "@/lib/web/session";

type Values = Record<string, unknown>;

/** What a form shows after its action: nothing yet, done, or a sentence for each field and one for all, and what was typed. */
export type ActionState =
  | null
  | { ok: true; values?: Values }
  | { ok: false; errors: Record<string, string>; sentence: string; values?: Record<string, string> };

type ServerAction = (previous: ActionState, form: FormData) => Promise<ActionState>;
type Outcome = Promise<Values | undefined>;

/** A form's action for whoever is signed in: Origin, session and schema are checked, every refusal becomes sentences. */
export function action<S extends z.ZodType>(
  schema: S,
  run: (input: z.infer<S>, by: { actor: Actor; now: Date }) => Outcome,
): ServerAction {
  return async (_, form) =>
    carryOut(form, async () => {
      const actor = await requireSignedIn();
      return run(read(schema, form), { actor, now: new Date() });
    });
}

/** A form's action at the house admin's desk: a 404 for everybody else. */
export function adminAction<S extends z.ZodType>(
  schema: S,
  run: (input: z.infer<S>, by: { admin: HouseAdmin; now: Date }) => Outcome,
): ServerAction {
  return async (_, form) =>
    carryOut(form, async () => {
      const admin = await requireHouseAdmin();
      return run(read(schema, form), { admin, now: new Date() });
    });
}

/** A form's action for anybody: `caller` is there for the limits on how often. */
export function openAction<S extends z.ZodType>(
  schema: S,
  run: (input: z.infer<S>, by: { caller: Caller; now: Date }) => Outcome,
): ServerAction {
  return async (_, form) =>
    carryOut(form, async () => run(read(schema, form), { caller: await caller(), now: new Date() }));
}

async function carryOut(form: FormData, work: () => Outcome): Promise<ActionState> {
  try {
    refuseOtherSites(await headers());
    const values = await work();
    return values ? { ok: true, values } : { ok: true };
  } catch (error) {
    unstable_rethrow(error); // notFound() and redirect() are Next's
    const wait = asExpected(error)?.facts.retryAfter;
    if (wait) answerTooMany(await headers(), Number(wait));
    return { ...refusal(error), values: typed(form) };
  }
}

/** The fields by their schema; a name that comes several times is a list. Throws `invalid` with a sentence for each field. */
function read<S extends z.ZodType>(schema: S, form: FormData): z.infer<S> {
  const names = [...new Set(form.keys())].filter((name) => !name.startsWith("$ACTION_"));
  const unkept = names.filter((name) => form.getAll(name).some(holdsNul));
  if (unkept.length > 0) throw needALook(unkept.map((name) => [name, "holds a character that cannot be kept"]));
  const fields = names.map((name) => {
    const values = form.getAll(name);
    return [name, values.length > 1 ? values : values[0]];
  });
  const parsed = schema.safeParse(Object.fromEntries(fields));
  if (parsed.success) return parsed.data;
  const { fieldErrors } = z.flattenError(parsed.error) as { fieldErrors: Record<string, string[]> };
  throw needALook(Object.entries(fieldErrors).map(([name, [first = ""]]) => [name, first]));
}

/** PostgreSQL keeps no NUL. */
const holdsNul = (value: FormDataEntryValue): boolean => typeof value === "string" && value.includes("\0");

const needALook = (fields: [name: string, words: string][]) =>
  new DomainError("invalid", "Some fields need a look.", { fields: Object.fromEntries(fields) });

function refusal(thrown: unknown): Extract<ActionState, { ok: false }> {
  const error = asExpected(thrown);
  if (!error) throw thrown;
  const { field, fields = {} } = error.facts as { field?: string; fields?: Record<string, string> };
  const about = field ? { [field]: error.message } : fields;
  const errors = Object.entries(about).map(([name, words]) => [name, asSentence(words)]);
  return { ok: false, errors: Object.fromEntries(errors), sentence: error.message };
}

/** What is written into the form again, where no script kept it; a secret is not sent back. */
function typed(form: FormData): Record<string, string> {
  const fields = [...form].filter(([name]) => !/^\$ACTION_|password|current|token|code/i.test(name));
  return Object.fromEntries(fields.flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
}

/** "must have at least 10 characters" stands after a field's name elsewhere; beside it, it is a sentence. */
const asSentence = (words: string): string =>
  `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.!?]$/.test(words) ? "" : "."}`;
