import { existsSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { asker } from "@/lib/delivery/judge/ask";
import { judge } from "@/scripts/longwave/judging/judge";
import { learn } from "@/scripts/longwave/judging/learn";
import { airEpisode } from "@/tests/support/airing";
import { until } from "@/tests/support/child";
import { useDatabase } from "@/tests/support/database";
import { type FullHouse, startFullHouse } from "@/tests/support/full-house";
import { listen, openListener } from "@/tests/support/raw-listener";
import { eachStore, patternBytes } from "@/tests/support/stores";

useDatabase();

const size = 16 * 1024 * 1024;
const whole = patternBytes(size);
const AT_A_TIME = 40;
type Air = Awaited<ReturnType<typeof airEpisode>>;

// `npm run test:long` builds first; without a build there is nothing to serve.
describe.skipIf(!existsSync(".next/BUILD_ID"))("the production server", () => {
  eachStore("a published enclosure", (opened) => {
    let air: Air;
    let short: Air;

    beforeAll(async () => {
      air = await airEpisode(size);
      short = await airEpisode(300_000);
    });

    describe.each(["on", "off"])("with the express lane %s", (lane) => {
      const start = () => startFullHouse(opened().settings, { EXPRESS_LANE: lane, MAX_STREAMS_PER_ADDRESS: "1000" });

      it("is judged without a fault", async () => {
        const { url } = await start();
        const client = asker(3);
        const signal = AbortSignal.timeout(200_000);
        const { subject } = await learn(new URL(url + short.path), client, signal);
        const { findings, asked } = await judge(new URL(url + short.path), subject, client, signal);
        client.close();
        const preflight = await fetch(url + short.path, { method: "OPTIONS" });
        expect([preflight.status, preflight.headers.get("access-control-allow-origin")]).toEqual([204, "*"]);
        expect(findings).toEqual([]);
        expect(asked.length).toBeGreaterThanOrEqual(120);
      });

      it("gives each listener the right bytes in large pieces, after crowds that left in the middle", async () => {
        const house = await start();
        for (const _ of [1, 2, 3, 4]) await leaveInTheMiddle(house, air.path);
        await allGivenBack(house);
        await standStill(house, air.path);
        await allGivenBack(house);
        const bodies = await Promise.all(Array.from({ length: AT_A_TIME }, () => bodyOf(house.url + air.path)));
        expect(bodies.filter((body) => !body.equals(whole))).toEqual([]);
        await allGivenBack(house);
      });
    });
  });
});

const allGivenBack = ({ look }: FullHouse): Promise<void> =>
  until("all is given back", async () => {
    const { lent, open } = await look();
    return lent + open === 0;
  });

/** Each of many holds a large buffer, until they leave. */
async function standStill({ url, look }: FullHouse, path: string): Promise<void> {
  const port = Number(new URL(url).port);
  const listeners = Array.from({ length: AT_A_TIME }, () => openListener(port, { path }));
  for (const listener of listeners) listener.once("data", () => listener.pause());
  await until("each holds a large buffer", async () => (await look()).lent >= AT_A_TIME);
  for (const listener of listeners) listener.destroy();
}

const bodyOf = async (url: string): Promise<Buffer> => Buffer.from(await (await fetch(url)).arrayBuffer());

/** At once, or after some bytes, or after many. */
async function leaveInTheMiddle({ url }: FullHouse, path: string): Promise<void> {
  const port = Number(new URL(url).port);
  const most = (index: number) => Math.floor((index / AT_A_TIME) ** 3 * size);
  await Promise.all(Array.from({ length: AT_A_TIME }, (_, index) => listen(port, { path }, most(index))));
}
