import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { settings } from "@/lib/platform/env";
import { singleton } from "@/lib/platform/singleton";

/** The secret that signs sessions: APP_SECRET, else one made once and kept in the data folder, readable by its owner only. */
export function appSecret(): string {
  const { appSecret: given, dataDir } = settings();
  return given ?? singleton("app secret", () => keptSecret(dataDir));
}

function keptSecret(folder: string): string {
  const file = join(folder, "app-secret");
  if (!existsSync(file)) {
    writeFileSync(`${file}.new`, randomBytes(32).toString("hex"), { mode: 0o600, flush: true });
    renameSync(`${file}.new`, file);
  }
  return readFileSync(file, "utf8").trim();
}
