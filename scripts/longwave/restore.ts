import { store } from "@/lib/media/store";
import { bringBack } from "../backup/bring-back";
import { readManifest } from "../backup/manifest";
import { type Command, say } from "./command";
import { withDatabase } from "./database";
import { examineSecondSteps } from "./examination/second-steps";
import { readFolder } from "./options";

/** Brings a backup back into an empty house. A failure too where its secret is another, so that accounts cannot be opened. */
export const restore: Command = {
  usage: "restore FOLDER",
  run: async (args) => {
    const folder = readFolder(args);
    const manifest = await readManifest(folder);
    try {
      const { steps, ...brought } = await withDatabase(async (url) => {
        await store().check();
        return {
          ...(await bringBack({ url, store: store(), folder, manifest, say })),
          steps: await examineSecondSteps(),
        };
      });
      say("Everything is back. Feeds are rendered anew when they are first asked for.");
      const answer = { folder, madeAt: manifest.madeAt, ...brought };
      if (steps.ok) return answer;
      const message = `Everything is back, but accounts are locked out. ${steps.found} ${steps.remedy}`;
      return { error: { code: "other-secret", message }, ...answer };
    } finally {
      await store().close();
    }
  },
};
