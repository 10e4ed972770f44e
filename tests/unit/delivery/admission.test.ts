import { describe, expect, it } from "vitest";
import { admission } from "@/lib/delivery/admission";

const limits = { inAll: 5, perNetwork: 3, reports: true };

describe("the door to streams", () => {
  it("lets so many in from one network and in all, and one more when one has left", () => {
    const door = admission(limits);
    const leave = [door.enter("a"), door.enter("a"), door.enter("a")];
    expect(door.enter("a")).toBeNull();
    expect([door.enter("b"), door.enter("c")]).not.toContain(null);
    expect(door.enter("d")).toBeNull();
    leave[0]?.();
    expect(door.enter("d")).not.toBeNull();
  });

  it("counts what other processes report, until they report less or are gone", () => {
    const [door, other] = [admission(limits), admission(limits)];
    const leave = [other.enter("a"), other.enter("a"), other.enter("b")];
    door.hear(7, other.report());
    expect(door.enter("a")).not.toBeNull();
    expect(door.enter("a")).toBeNull();
    expect(door.enter("b")).not.toBeNull();
    expect(door.enter("c")).toBeNull();
    expect(other.report()).toBeNull();
    leave[0]?.();
    door.hear(7, other.report());
    expect(door.enter("a")).not.toBeNull();
    expect(door.enter("a")).toBeNull();
    door.hear(7, null);
    expect([door.enter("b"), door.enter("b")]).not.toContain(null);
    expect(door.enter("c")).toBeNull();
  });

  it("reports everything again for whoever joined", () => {
    const [door, late] = [admission(limits), admission(limits)];
    for (const network of ["a", "a", "a"]) door.enter(network);
    door.report();
    door.reportAll();
    late.hear(1, door.report());
    expect(late.enter("a")).toBeNull();
  });
});
