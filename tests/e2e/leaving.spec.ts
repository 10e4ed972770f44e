import { join } from "node:path";
import { canCountDescriptors, openFilesBelow, socketsTo } from "@/tests/support/descriptors";
import type { House } from "@/tests/support/house";
import { ask, beginAnswer } from "./ask";
import { expect, socketTest as test } from "./fixtures";
import { newDraft, newPodcaster, newShow } from "./podcaster";

const many = 40;
// As many as the store's client opens at most.
const sockets = 64;
// Other tests listen to the same house meanwhile, with a connection or two each.
const others = 15;
// 25 MB: more than sockets buffer of an answer, so that a listener who sleeps keeps open what it is read from.
const frames = 60_000;

test.describe("what the server holds open", () => {
  test.skip(!canCountDescriptors, "This system does not tell what a process holds open.");

  test("for listeners who sleep is no more than for one, and is let go once they have left", async ({
    house,
  }, testInfo) => {
    const { api, token } = await newPodcaster(house);
    const draft = await newDraft(api, await newShow(api, "Left"), testInfo.outputPath("silence.mp3"), frames);
    const headers = { authorization: `Bearer ${token}` };
    const before = held(house);
    const listen = () => beginAnswer(draft.enclosure.url, { headers });
    const answers = await Promise.all(Array.from({ length: many }, listen));
    // A piece is read and then nothing is open for it: the file stays open for whoever reads next, and sockets to the store wait.
    expect(held(house)).toBeLessThan(before + (house.settings.S3_ENDPOINT ? sockets : 1) + others);
    for (const answer of answers) answer.destroy();
    await expect.poll(() => held(house), { timeout: 15_000, intervals: [20] }).toBeLessThan(before + others);
  });

  test("is nothing after two hundred HEADs", async ({ house, demo }) => {
    const { enclosure } = demo.episodes[0] ?? { enclosure: "" };
    const before = held(house);
    const answers = await Promise.all(Array.from({ length: 200 }, () => ask(enclosure, { method: "HEAD" })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(200);
    expect(held(house)).toBeLessThan(before + others);
  });
});

/** Objects that are being read: files of the embedded store, or sockets to the S3 server. */
function held({ pid, settings }: House): number {
  const { S3_ENDPOINT, LONGWAVE_DATA_DIR = "" } = settings;
  return S3_ENDPOINT ? socketsTo(S3_ENDPOINT, pid) : openFilesBelow(join(LONGWAVE_DATA_DIR, "objects"), pid);
}
