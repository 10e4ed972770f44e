// `npm run demo [-- --audio FOLDER]`: makes a show as a client of the API. It needs an account, which it makes by the
// operator's verbs: it works on the server's machine, with the server's settings. Words on stderr, one JSON line on stdout.
import { settings } from "@/lib/platform/env";
import { makeAccount } from "./demo/account";
import { apiClient } from "./demo/api-client";
import { type App, reachApp } from "./demo/app";
import { readAudioFolder } from "./demo/arguments";
import { makeShow } from "./demo/show";
import { gatherTracks } from "./demo/tracks";
import { say, UsageError } from "./longwave/command";
import { refusal } from "./longwave/refusal";

let app: App | null = null;

process.exitCode = await main(process.argv.slice(2)).catch(async (error) => {
  await app?.stop("SIGTERM");
  return failed(error);
});

async function main(args: string[]): Promise<number> {
  const audio = readAudioFolder(args);
  const { appUrl } = settings();
  console.log(JSON.stringify(await makeDemo(audio, appUrl)));
  if (!app?.startedHere) return 0;
  say(`Longwave runs at ${appUrl} until you press Ctrl-C.`);
  return app.ended;
}

async function makeDemo(audio: string | null, appUrl: string) {
  await using tracks = await gatherTracks(audio);
  app = await reachApp(appUrl);
  const account = await makeAccount();
  const { links, episodes } = await makeShow(apiClient(appUrl, account.token), tracks);
  say(`The show is at ${links.page}, its feed at ${links.feed}.`);
  return { ...links, ...account, episodes };
}

function failed(error: unknown): number {
  const isMisuse = error instanceof UsageError;
  const told = isMisuse ? { code: "usage", message: error.message } : refusal(error);
  say(isMisuse ? `${told.message}\n\nUsage:\n  npm run -s demo -- [--audio FOLDER]` : told.message);
  console.log(JSON.stringify({ error: told }));
  return isMisuse ? 2 : 1;
}
