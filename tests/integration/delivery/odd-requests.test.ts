import { it } from "vitest";
import { askOddly } from "@/tests/support/lane-against-oracle";
import { laneNames } from "@/tests/support/lanes";
import { eachStore } from "@/tests/support/stores";

eachStore("odd requests", (opened) => {
  it.each(laneNames)("are answered by %s as RFC 9110 has it, to the byte", async (name) => {
    await askOddly(name, opened().store, 400);
  });
});
