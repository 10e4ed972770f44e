import { join } from "node:path";
import { store } from "@/lib/media/store";
import { settings } from "@/lib/platform/env";
import { takeBackup } from "../backup/take";
import { type Command, say } from "./command";
import { withDatabase } from "./database";
import { readFolder } from "./options";

/** Writes the database and the objects into a new folder. */
export const backup: Command = {
  usage: "backup FOLDER",
  run: async (args) => {
    const folder = readFolder(args);
    try {
      const { unreadable, ...taken } = await withDatabase((url) =>
        takeBackup({ url, store: store(), folder, now: new Date(), say }),
      );
      say(`Not in it: ${secretsPlace()}. Keep it too, elsewhere: accounts with a second step do not open without it.`);
      if (unreadable.length === 0) return { folder, ...taken };
      const message = `The backup is in ${folder}, but the store could not give ${unreadable.length} of its objects whole: ${unreadable.join(", ")}.`;
      return { error: { code: "objects-unreadable", message }, folder, ...taken, unreadable };
    } finally {
      await store().close();
    }
  },
};

function secretsPlace(): string {
  const { appSecret, dataDir } = settings();
  return appSecret ? "APP_SECRET" : join(dataDir, "app-secret");
}
