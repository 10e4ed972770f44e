import { existsSync } from "node:fs";
import { type ClientRequest, get, type IncomingMessage } from "node:http";
import { describe, expect, it, onTestFinished } from "vitest";
import { createPreviewLink } from "@/lib/episodes/preview-mutations";
import { takeDownEpisode } from "@/lib/episodes/takedown-mutations";
import { audioAddress } from "@/lib/media/addresses";
import { store } from "@/lib/media/store";
import { db } from "@/lib/platform/db";
import { airEpisode } from "@/tests/support/airing";
import { until } from "@/tests/support/child";
import { useDatabase } from "@/tests/support/database";
import { freePort } from "@/tests/support/free-port";
import { type Front, startNginx } from "@/tests/support/fronts";
import { startFullHouse } from "@/tests/support/full-house";
import { makeHouseAdmin } from "@/tests/support/people";
import { isMissing } from "@/tests/support/programs";
import { makeAudio, makeDraft } from "@/tests/support/shows";
import { eachStore, type OpenedStore, patternBytes } from "@/tests/support/stores";

useDatabase();

const size = 24 * 1024 * 1024;
const whole = patternBytes(size);
const reason = "It plays somebody else's music.";

// `npm run test:long` builds first; without a build there is nothing to serve.
describe.skipIf(isMissing("nginx", "-v") || !existsSync(".next/BUILD_ID"))(
  "the production server behind the real nginx",
  () => {
    eachStore("its streams", (opened) => {
      it.each(["on", "off"])(
        "are capped for each address and in all, public or not (express lane %s)",
        async (lane) => {
          const limits = { MAX_STREAMS_PER_ADDRESS: "3", MAX_STREAMS: "5", TRUSTED_PROXIES: "127.0.0.1" };
          const { front } = await startBoth(opened(), { EXPRESS_LANE: lane, ...limits });
          const { owner, show, path } = await airEpisode(size);
          const audio = await makeAudio(show);
          await store().write(audio.key, whole, size);
          await db().media.update({ where: { id: audio.id }, data: { bytes: size } });
          const draft = await makeDraft(owner, show, { media: audio.id });
          const { address } = await createPreviewLink(draft, 7, new Date());
          const headers = { authorization: `Bearer ${owner.token}` };
          const asked = [
            { path },
            { path: new URL(audioAddress(audio)).pathname, headers },
            { path: `${new URL(address).pathname}/audio.mp3` },
          ];
          const open = asked.map((each) => ask(front, "127.0.0.2", each));
          expect(await Promise.all(open.map(statusOf))).toEqual([200, 200, 200]);
          for (const each of asked) {
            const refused = await answerOf(ask(front, "127.0.0.2", each));
            expect([refused.statusCode, refused.headers["retry-after"]]).toEqual([503, "5"]);
          }
          const others = [ask(front, "127.0.0.3", { path }), ask(front, "127.0.0.4", { path })];
          expect(await Promise.all(others.map(statusOf))).toEqual([200, 200]);
          expect(await statusOf(ask(front, "127.0.0.5", { path }))).toBe(503);
          open[0]?.destroy();
          await until("there is room", async () => (await statusOf(ask(front, "127.0.0.5", { path }))) === 200);
        },
      );

      it("are handed on, entered as such, and end with a takedown at once", async () => {
        const { front } = await startBoth(opened(), { MEDIA_OFFLOAD: "x-accel" });
        const { show, episode, path } = await airEpisode(size);
        const answer = await fetch(front.url + path);
        expect(Buffer.from(await answer.arrayBuffer()).equals(whole)).toBe(true);
        const part = await fetch(front.url + path, { headers: { range: "bytes=5-9" } });
        expect([part.status, Buffer.from(await part.arrayBuffer())]).toEqual([206, whole.subarray(5, 10)]);
        await expectOutcomes(show.id, ["handedOn", "handedOn"]);
        await takeDownEpisode(await makeHouseAdmin(), episode, reason, new Date());
        await until("it is gone", async () => (await fetch(front.url + path)).status === 410, 1_500);
      });
    });
  },
);

describe.skipIf(!existsSync(".next/BUILD_ID"))("the production server without anything in front", () => {
  eachStore("what is sent elsewhere", (opened) => {
    it("is entered as handed on, where there is an elsewhere", async () => {
      const { settings } = opened();
      const wishes = { MEDIA_OFFLOAD: "redirect", S3_PUBLIC_ENDPOINT: settings.s3?.endpoint ?? "" };
      const starting = startFullHouse(settings, wishes);
      if (!settings.s3) return expect(starting).rejects.toThrow(/MEDIA_OFFLOAD/);
      const { url } = await starting;
      const { show, path } = await airEpisode(size);
      const answer = await fetch(url + path);
      expect(Buffer.from(await answer.arrayBuffer()).equals(whole)).toBe(true);
      expect(answer.redirected).toBe(true);
      await expectOutcomes(show.id, ["handedOn"]);
    });
  });
});

async function startBoth({ settings }: OpenedStore, wishes: Record<string, string>): Promise<{ front: Front }> {
  const port = await freePort();
  const { url } = await startFullHouse(settings, { APP_URL: `http://localhost:${port}`, ...wishes });
  const front = await startNginx({ app: url, dataDir: settings.dataDir, s3: settings.s3?.endpoint ?? null, port });
  onTestFinished(front.stop);
  return { front };
}

async function expectOutcomes(showId: string, outcomes: string[]): Promise<void> {
  const entered = async () => (await db().transfer.findMany({ where: { showId } })).map(({ outcome }) => outcome);
  await until("all are entered", async () => (await entered()).length === outcomes.length);
  expect(await entered()).toEqual(outcomes);
}

/** From an address of this machine. What comes is not read on. */
function ask(
  front: Front,
  localAddress: string,
  { path, headers = {} }: { path: string; headers?: object },
): ClientRequest {
  const request = get(front.url + path, { localAddress, family: 4, agent: false, headers: { ...headers } });
  request.on("error", () => {});
  onTestFinished(() => void request.destroy());
  return request;
}

const answerOf = (request: ClientRequest) =>
  new Promise<IncomingMessage>((resolve) => request.once("response", (answer) => resolve(answer.pause())));

const statusOf = async (request: ClientRequest) => (await answerOf(request)).statusCode;
