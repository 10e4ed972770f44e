import { once } from "node:events";
import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { provideStore } from "@/lib/media/store";
import { db } from "@/lib/platform/db";
import { openStore } from "@/lib/storage/open";
import { airEpisode } from "@/tests/support/airing";
import { useDatabase } from "@/tests/support/database";
import { startFullHouse } from "@/tests/support/full-house";
import { openListener } from "@/tests/support/raw-listener";
import { freshSettings } from "@/tests/support/stores";

useDatabase();

// `npm run test:long` builds first; without a build there is nothing to serve.
describe.skipIf(!existsSync(".next/BUILD_ID"))("a stop of the production server", () => {
  it.each(["on", "off"])(
    "lets a stream go on for half a minute, then cuts it and says so (express lane %s)",
    async (lane) => {
      const settings = await freshSettings("filesystem");
      const store = openStore(settings);
      await store.check();
      provideStore(store);
      const { path, show } = await airEpisode(64 * 1024 * 1024);
      const { server, url } = await startFullHouse(settings, { EXPRESS_LANE: lane });
      const listener = openListener(Number(new URL(url).port), { path });
      const closed = once(listener, "close");
      await once(listener, "data");
      listener.pause();
      const began = performance.now();
      server.process.kill("SIGTERM");
      expect(await server.ended()).toBe(0);
      listener.resume();
      await closed;
      expect(Math.round((performance.now() - began) / 10_000)).toBe(3);
      expect(
        await db().transfer.findMany({ where: { showId: show.id }, select: { outcome: true, lane: true } }),
      ).toEqual([{ outcome: "cut", lane: lane === "on" ? "express" : "route" }]);
    },
  );
});
