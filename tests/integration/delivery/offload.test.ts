import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { asker } from "@/lib/delivery/judge/ask";
import { handOnBy } from "@/lib/delivery/offload";
import { judge } from "@/scripts/longwave/judging/judge";
import { bytes, object, subject } from "@/tests/support/delivered";
import { type Front, startCaddy, startNginx } from "@/tests/support/fronts";
import { type Lane, openLane } from "@/tests/support/lanes";
import { isMissing } from "@/tests/support/programs";
import { eachStore } from "@/tests/support/stores";

const client = asker(3);
const findingsAt = async (url: string) => {
  const { findings } = await judge(new URL(url), subject, client, AbortSignal.timeout(60_000));
  return findings.map(({ name, severity }) => `${severity}: ${name}`);
};

eachStore("audio that is handed on", (opened) => {
  const handed = (offload: "x-accel" | "redirect") => ({ ...object, handOn: handOnBy(offload, opened().store) });
  let lane: Lane;

  beforeAll(async () => {
    await opened().store.write(object.key, bytes, bytes.length);
    lane = await openLane("the express lane", opened().store, object);
    return () => lane.close();
  });

  describe.skipIf(isMissing("nginx", "-v"))("to the real nginx", () => {
    let nginx: Front;

    beforeAll(async () => {
      const { dataDir, s3 } = opened().settings;
      nginx = await startNginx({ app: lane.url, dataDir, s3: s3?.endpoint ?? null });
      return () => nginx.stop();
    });

    it("is judged without a fault, and so is what passes through", async () => {
      lane.deliver(handed("x-accel"));
      expect(await findingsAt(`${nginx.url}/media/a.mp3`)).toEqual([]);
      lane.deliver(object);
      expect(await findingsAt(`${nginx.url}/media/a.mp3`)).toEqual([]);
    });

    it("is not to be had at the places that are handed on", async () => {
      const answers = await Promise.all(
        ["files/whole", "files/range", "s3/whole", "s3/range"].map((place) =>
          fetch(`${nginx.url}/longwave-${place}/${object.key}`),
        ),
      );
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    });
  });

  it.skipIf(isMissing("caddy", "version"))("to nobody passes through the real Caddy without a fault", async () => {
    lane.deliver(object);
    const caddy = await startCaddy(lane.url);
    onTestFinished(caddy.stop);
    expect(await findingsAt(`${caddy.url}/media/a.mp3`)).toEqual([]);
  });

  it("to the S3 server differs by the validators that the server has for it", async () => {
    lane.deliver(handed("redirect"));
    const differing = ["the same ETag of a part", "the same ETag twice", "the same date of a part"];
    const expected = opened().kind === "S3" ? differing.map((name) => `differs: ${name}`) : [];
    expect(await findingsAt(lane.url)).toEqual(expected);
  });
});
