// Background jobs as a process of their own, beside servers that run with WORKER=external.
import { carryOnAfterCrash, jobKinds } from "@/jobs";
import { store } from "@/lib/media/store";
import { settings } from "@/lib/platform/env";
import { layGround } from "@/lib/platform/ground";
import { startJobs, stopJobs } from "@/lib/platform/jobs";
import { leaveOnSignal } from "@/lib/platform/leave";

const say = (sentence: string) => console.log(sentence);

await work().catch((error: Error) => fail(error.message));

async function work(): Promise<void> {
  if (!settings().databaseUrl)
    fail("A worker of its own needs DATABASE_URL: the embedded database lives inside the server.");
  const ground = await layGround(say, fail);
  await store().check();
  await startJobs(jobKinds);
  leaveOnSignal(say, async () => {
    await stopJobs();
    await store().close();
    await ground.close();
  });
  await carryOnAfterCrash();
  say("The worker is at work.");
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
