import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished, vi } from "vitest";
import { pieces } from "@/lib/delivery/pieces";
import { toServerResponse } from "@/lib/delivery/server-response";
import { openStreams } from "@/lib/delivery/streams";
import { bytes, object, size } from "@/tests/support/delivered";
import { listen, openListener } from "@/tests/support/raw-listener";
import { eachStore } from "@/tests/support/stores";

eachStore("a store that does not answer", (opened) => {
  it("keeps nobody who leaves, and whoever waits on gets the bytes in the end", async () => {
    const { store } = opened();
    await store.write(object.key, bytes, size);
    const answers = Promise.withResolvers<void>();
    let isHung = false;
    let asked = 0;
    const readAt: typeof store.readAt = async (...given) => {
      asked += 1;
      if (isHung) await answers.promise;
      return store.readAt(...given);
    };
    const source = pieces({ readAhead: store.readAhead, readAt }, 16 * 1024 * 1024);
    const server = createServer(
      (request, response) => void toServerResponse(request, response, object, source, { owner: "owner" }),
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    // From the second touch on a block is read for all who ask.
    expect(await listen(port, {})).toBe(size);
    isHung = true;
    asked = 0;
    const leaving = Array.from({ length: 20 }, () => openListener(port));
    const staying = listen(port, {});
    await vi.waitFor(() => expect([openStreams(), asked]).toEqual([21, 1]));
    for (const listener of leaving) listener.destroy();
    await vi.waitFor(() => expect(openStreams()).toBe(1), { timeout: 1_000 });
    answers.resolve();
    expect(await staying).toBe(size);
    await vi.waitFor(() => expect([openStreams(), source.onLoan()]).toEqual([0, 0]));
  });
});
