import { it } from "vitest";
import { emptyAtlas } from "@/lib/downloads/atlas";
import { startLedger } from "@/lib/downloads/writer";
import { useDatabase } from "@/tests/support/database";
import { useStore } from "@/tests/support/stores";
import { storm } from "@/tests/support/transfer-storm";

useDatabase();
useStore();

it("10,000 mixed requests are written as their listeners got them", { timeout: 600_000 }, async () => {
  startLedger(emptyAtlas);
  await storm(5_000); // on each lane
});
