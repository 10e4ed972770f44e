import { existsSync } from "node:fs";
import { join } from "node:path";
import { SettingsError, settings } from "@/lib/platform/env";
import { type Command, say } from "./command";
import { withDatabase } from "./database";
import { examineFolder, examineRoom } from "./examination/data-folder";
import { examineDatabase, examineMigrations } from "./examination/database";
import { type Finding, good, wrong } from "./examination/finding";
import { examineSecondSteps } from "./examination/second-steps";
import { examineStore } from "./examination/store";
import { readNothing } from "./options";
import { refusal } from "./refusal";

/** Looks at everything that the house stands on and says what is wrong and what to do. Only a store that is missing is made. */
export const doctor: Command = {
  usage: "doctor",
  run: async (args) => {
    readNothing(args);
    const checks = await examine();
    for (const { name, ok, found, remedy } of checks)
      say(`${ok ? "ok   " : "WRONG"}  ${name}: ${found}${remedy ? ` ${remedy}` : ""}`);
    const ailing = checks.filter(({ ok }) => !ok).map(({ name }) => name);
    if (ailing.length === 0) return { ok: true, checks };
    return { ok: false, checks, error: { code: "unwell", message: `Something is wrong with: ${ailing.join(", ")}.` } };
  },
};

async function examine(): Promise<Finding[]> {
  const ill = examineSettings();
  if (ill) return [ill];
  const folder = await examineFolder(settings().dataDir);
  const standing = [good("settings", "All settings are well-formed."), folder];
  if (!folder.ok) return standing;
  const room = keepsNothingHere() ? [] : [await examineRoom(settings().dataDir)];
  return [...standing, ...room, ...(await examineData()), await examineStore()];
}

/** With the database and the store elsewhere the folder holds next to nothing. */
const keepsNothingHere = (): boolean => settings().databaseUrl !== null && settings().s3 !== null;

function examineSettings(): Finding | null {
  try {
    settings();
    return null;
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return wrong("settings", `${error.problems.join("; ")}.`, "Correct them where the server gets its environment.");
  }
}

async function examineData(): Promise<Finding[]> {
  const { databaseUrl, dataDir } = settings();
  if (!databaseUrl && !existsSync(join(dataDir, "postgres", "data")))
    return [good("database", "There is no embedded database yet; the first `npm start` makes it.")];
  try {
    return await withDatabase(examineRows);
  } catch (error) {
    const remedy = databaseUrl
      ? "Start PostgreSQL, or correct DATABASE_URL."
      : `Read ${join(dataDir, "postgres", "postgres.log")}.`;
    return [wrong("database", refusal(error).message, remedy)];
  }
}

async function examineRows(url: string): Promise<Finding[]> {
  const [database, migrations] = [await examineDatabase(url), await examineMigrations(url)];
  return migrations.ok ? [database, migrations, await examineSecondSteps()] : [database, migrations];
}
