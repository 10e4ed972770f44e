// What answers requests, in the one process or in each of several: Next, the lanes, the watch over streams.
import next from "next";
import { ourAdmission, withCaps } from "@/caps";
import { withExpressLane } from "@/express";
import { meansOf } from "@/lib/delivery/means";
import { watchWrites } from "@/lib/delivery/passing";
import { endAllStreams } from "@/lib/delivery/streams";
import { cutSuspended } from "@/lib/delivery/suspension";
import { openAtlas } from "@/lib/downloads/atlas";
import { startBroadcast } from "@/lib/downloads/broadcast";
import { closeLedger, startLedger } from "@/lib/downloads/writer";
import { findDetour } from "@/lib/feed/detours";
import { store } from "@/lib/media/store";
import { listOffAir } from "@/lib/media/stream-owners";
import { logConsole } from "@/lib/platform/console-log";
import { settings } from "@/lib/platform/env";
import { withActionStatus } from "@/lib/web/action-status";
import { withDetours } from "@/lib/web/detours";
import { type Door, takePort, withHeaders } from "@/lib/web/http-server";
import { endLive, tellWatchers, watchedTopics } from "@/lib/web/live";

type Options = { dev?: boolean; door?: ReturnType<typeof ourAdmission> };

const MIB = 1024 ** 2;
const PATIENCE_MS = 30_000;

/** Takes the port of the settings. Until the door is opened whoever comes is told to come back. */
export function takeOurPort(dev = false): Promise<Door> {
  const { port, appUrl, s3 } = settings();
  const connect = s3?.publicEndpoint ? [new URL(s3.publicEndpoint).origin] : [];
  return takePort(port, { appUrl, dev, connect });
}

/** Makes everything ready but the port. What it gives opens a door, and gives in turn what closes it and all behind it. */
export async function prepareServing({ dev = false, door: admission = ourAdmission() }: Options = {}) {
  const { asnDatabase, mediaCacheMb, mediaOffload, expressLane, webConcurrency } = settings();
  meansOf(store(), { cacheBytes: (mediaCacheMb * MIB) / webConcurrency, offload: mediaOffload });
  startLedger(await openAtlas(asnDatabase));
  if (!dev) logConsole();
  const app = next({ dev });
  await app.prepare();
  return (door: Door): (() => Promise<void>) => {
    if (dev) door.onUpgrade(app.getUpgradeHandler());
    const toNext = app.getRequestHandler();
    const byNext: typeof toNext = (request, response) => {
      watchWrites(response);
      return toNext(request, response);
    };
    const pages = withHeaders(withActionStatus(withDetours(byNext, findDetour)));
    door.open(withCaps(expressLane ? withExpressLane(pages) : pages, admission));
    const endWatch = cutSuspended(listOffAir);
    const endBroadcast = startBroadcast({ watched: watchedPlaces, tell: tellPlace });
    return async () => {
      endLive();
      endBroadcast();
      await door.close(PATIENCE_MS, endAllStreams);
      endWatch();
      await app.close();
      await closeLedger();
    };
  };
}

const AIR = "air:";

/** Pages watch what is on the air by topics of their own. */
const watchedPlaces = (): string[] =>
  watchedTopics().flatMap((topic) => (topic.startsWith(AIR) ? [topic.slice(AIR.length)] : []));

const tellPlace: Parameters<typeof startBroadcast>[0]["tell"] = (place, told) =>
  tellWatchers({ topic: `${AIR}${place}`, kind: "onAir", id: place, by: null, told });
