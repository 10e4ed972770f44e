import { store } from "@/lib/media/store";
import { bringBack } from "../backup/bring-back";
import { readManifest } from "../backup/manifest";
import { type Command, say } from "./command";
import { withDatabase } from "./database";
import { readFolder } from "./options";

/** Brings a backup back into an empty house. */
export const restore: Command = {
  usage: "restore FOLDER",
  run: async (args) => {
    const folder = readFolder(args);
    const manifest = await readManifest(folder);
    try {
      const brought = await withDatabase(async (url) => {
        await store().check();
        return bringBack({ url, store: store(), folder, manifest, say });
      });
      say("Everything is back. Feeds are rendered anew when they are first asked for.");
      return { folder, madeAt: manifest.madeAt, ...brought };
    } finally {
      await store().close();
    }
  },
};
