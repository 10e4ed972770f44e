// The production entry (`--dev` for those who change it): embedded services, Next, a graceful stop.
import next from "next";
import { withExpressLane } from "@/express";
import { carryOnAfterCrash, jobKinds } from "@/jobs";
import { ensureHouseAdmin } from "@/lib/accounts/mutations";
import { meansOf } from "@/lib/delivery/means";
import { cutSuspended } from "@/lib/delivery/suspension";
import { openCountries } from "@/lib/downloads/countries";
import { closeLedger, startLedger } from "@/lib/downloads/writer";
import { findDetour } from "@/lib/feed/detours";
import { store } from "@/lib/media/store";
import { listOffAir } from "@/lib/media/stream-owners";
import { settings } from "@/lib/platform/env";
import { layGround } from "@/lib/platform/ground";
import { prepareJobs, startJobs, stopJobs } from "@/lib/platform/jobs";
import { leaveOnSignal } from "@/lib/platform/leave";
import { closeListening } from "@/lib/platform/listening";
import { withDetours } from "@/lib/web/detours";
import { takePort, withHeaders } from "@/lib/web/http-server";
import { endLive } from "@/lib/web/live";

const MIB = 1024 ** 2;
const dev = process.argv.includes("--dev");
const say = (sentence: string) => console.log(sentence);

await start().catch((error: Error) => fail(error.message));

async function start(): Promise<void> {
  const { port, appUrl, worker, s3, mediaCacheMb, mediaOffload } = settings();
  const closers: (() => Promise<void>)[] = [];
  leaveOnSignal(say, async () => {
    for (const close of closers.toReversed()) await close();
  });
  const door = await takePort(port, {
    appUrl,
    dev,
    connect: s3?.publicEndpoint ? [new URL(s3.publicEndpoint).origin] : [],
  });
  say("Starting Longwave.");
  const ground = await layGround(say, fail);
  closers.push(ground.close, closeListening, closeLedger);
  startLedger(await openCountries());
  say(await ensureHouseAdmin(settings(), new Date()));
  await store().check();
  meansOf(store(), { cacheBytes: mediaCacheMb * MIB, offload: mediaOffload });
  closers.push(() => store().close());
  await (worker === "inside" ? startJobs(jobKinds) : prepareJobs(jobKinds));
  closers.push(stopJobs);
  if (worker === "inside") await carryOnAfterCrash();
  const app = next({ dev });
  await app.prepare();
  closers.push(() => app.close());
  if (dev) door.onUpgrade(app.getUpgradeHandler());
  const pages = withHeaders(withDetours(app.getRequestHandler(), findDetour));
  door.open(settings().expressLane ? withExpressLane(pages) : pages);
  const endWatch = cutSuspended(listOffAir);
  closers.push(async () => endWatch());
  closers.push(() => door.close(30_000));
  closers.push(async () => endLive());
  if (isUnprotected(appUrl))
    say(`Passwords cross the network unprotected: ${appUrl} is plain http. README.md says how to put HTTPS in front.`);
  say(`Longwave is at ${appUrl}`);
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

/** On this very machine nothing crosses a network. */
function isUnprotected(appUrl: string): boolean {
  return appUrl.startsWith("http:") && !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(appUrl).hostname);
}
