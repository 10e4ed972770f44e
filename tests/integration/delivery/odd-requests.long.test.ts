import { it } from "vitest";
import { askOddly } from "@/tests/support/lane-against-oracle";
import { eachStore } from "@/tests/support/stores";

eachStore("twenty thousand odd requests", (opened) => {
  it.each(["the express lane from its cache", "the routes"] as const)(
    "are answered by %s as RFC 9110 has it, to the byte",
    async (name) => {
      await askOddly(name, opened().store, 20_000);
    },
  );
});
