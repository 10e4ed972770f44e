import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { encodeTone } from "@/scripts/demo/sound";
import { useDatabase } from "@/tests/support/database";
import { throwAwayFolder } from "@/tests/support/folder";
import { makeOwner } from "@/tests/support/people";
import { makeShow } from "@/tests/support/shows";
import { useStore } from "@/tests/support/stores";
import { upload } from "@/tests/support/uploading";

useDatabase();
useStore();

const kinds = [
  ["mp3", "audio/mpeg"],
  ["m4a", "audio/x-m4a"],
] as const;

describe("a file from a real encoder", () => {
  it.each(kinds)("that is %s is taken as %s and measured", async (kind, type) => {
    const path = join(throwAwayFolder(), `tone.${kind}`);
    await encodeTone({ seconds: 7, kind, bitrateKbps: 96, seed: 3, title: "“夜” 'n' day" }, path);
    const owner = await makeOwner();
    const media = await upload(owner, await makeShow(owner), await readFile(path));
    expect(media).toMatchObject({ state: "ready", reason: null, type, extension: kind });
    expect(media.duration).toBeCloseTo(7, 0);
    expect(media.bitrate).toBeGreaterThan(50_000);
  });

  it.each(kinds)("that is %s and breaks off is refused", async (kind) => {
    const path = join(throwAwayFolder(), `tone.${kind}`);
    await encodeTone({ seconds: 20, kind, bitrateKbps: 96, seed: 3 }, path);
    const whole = await readFile(path);
    const owner = await makeOwner();
    const media = await upload(owner, await makeShow(owner), whole.subarray(0, Math.floor(whole.length * 0.6)));
    expect(media).toMatchObject({ state: "refused", reason: expect.stringMatching(/cut short/) });
  });
});
