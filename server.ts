// The production entry (`--dev` for those who change it): embedded services, what answers requests, a graceful stop.
import cluster from "node:cluster";
import { carryOnAfterCrash, jobKinds } from "@/jobs";
import { ensureHouseAdmin } from "@/lib/accounts/mutations";
import { isUnprotected } from "@/lib/http/loopback";
import { store } from "@/lib/media/store";
import { databaseUrl } from "@/lib/platform/db";
import { settings } from "@/lib/platform/env";
import { layGround } from "@/lib/platform/ground";
import { finishJobs, prepareJobs, startJobs, stopJobs } from "@/lib/platform/jobs";
import { leaveOnSignal } from "@/lib/platform/leave";
import { closeListening } from "@/lib/platform/listening";
import { startProcesses } from "@/lib/platform/processes";
import { type Beginning, serveAmongMany } from "@/one-of-many";
import { prepareServing, takeOurPort } from "@/serving";

const dev = process.argv.includes("--dev");
const say = (sentence: string) => console.log(sentence);

if (cluster.isWorker) serveAmongMany(fail);
else await start().catch((error: Error) => fail(error.message));

async function start(): Promise<void> {
  const { appUrl, worker, webConcurrency } = settings();
  const closers: (() => Promise<void>)[] = [];
  leaveOnSignal(say, async () => {
    for (const close of closers.toReversed()) await close();
  });
  const door = await takeOurPort(dev);
  say("Starting Longwave.");
  const ground = await layGround(say, fail);
  closers.push(ground.close, closeListening);
  say(await ensureHouseAdmin(settings(), new Date()));
  await store().check();
  closers.push(() => store().close());
  await (worker === "inside" ? startJobs(jobKinds) : prepareJobs(jobKinds));
  closers.push(stopJobs);
  if (worker === "inside") await carryOnAfterCrash();
  // Requests and jobs under way have their time at once, so that whoever stops us need not wait for both.
  const pushServing = (close: () => Promise<void>) =>
    closers.push(async () => void (await Promise.all([close(), finishJobs()])));
  if (dev || webConcurrency === 1) pushServing((await prepareServing({ dev }))(door));
  else {
    const beginning: Beginning = { databaseUrl: databaseUrl() };
    const makeRoom = () => door.close(0);
    const { close } = await startProcesses({ count: webConcurrency, with: beginning, say, makeRoom });
    pushServing(close);
  }
  if (isUnprotected(appUrl))
    say(`Passwords cross the network unprotected: ${appUrl} is plain http. README.md says how to put HTTPS in front.`);
  say(`Longwave is at ${appUrl}`);
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
