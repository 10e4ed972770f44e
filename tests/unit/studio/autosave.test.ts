import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Draft } from "@/app/studio/[show]/episodes/[episode]/editing/drafts";
import { draftsOf } from "@/app/studio/[show]/episodes/[episode]/editing/drafts";
import { openSession } from "@/app/studio/[show]/episodes/[episode]/editing/session";
import { errorsOf, isMissing } from "@/app/studio/[show]/episodes/[episode]/editing/state";
import type { Outcome } from "@/app/studio/[show]/episodes/[episode]/editing/transport";
import type { EpisodeFields } from "@/lib/episodes/fields";
import type { Snapshot } from "@/lib/episodes/history";

const fields: EpisodeFields = {
  ...{ title: "Pilot", notes: "", season: null, number: null, type: "full", explicit: null, slug: "pilot" },
};
const me = "me";
const mara = { id: "mara", name: "Mara" };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("what is typed", () => {
  it("is saved together, once the typing pauses", async () => {
    const { session, house } = open();
    session.type("title", "Pil");
    session.type("number", "4");
    session.type("title", "Pilot flies");
    await vi.advanceTimersByTimeAsync(500);
    expect(house.saves).toEqual([]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(house.saves).toEqual([{ version: 1, changes: { title: "Pilot flies", number: 4 } }]);
    expect(session.state()).toMatchObject({ version: 2, save: { kind: "saved" } });
  });

  it("while a save is under way goes with the next, and only that", async () => {
    const { session, house } = open();
    house.slow = 5_000;
    session.type("title", "One");
    await vi.advanceTimersByTimeAsync(1000);
    session.type("season", "1");
    session.type("season", "2");
    expect(house.saves).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(house.saves.slice(1)).toEqual([{ version: 2, changes: { season: 2 } }]);
  });

  it("waits while this page makes a new version of the episode, and is based on that", async () => {
    const { session, house } = open();
    const { promise, resolve } = Promise.withResolvers<void>();
    session.type("title", "One");
    session.hold(promise);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(house.saves).toEqual([]);
    house.present = { ...house.present, version: 2, by: null };
    resolve();
    await vi.advanceTimersByTimeAsync(0);
    expect(house.saves).toEqual([{ version: 2, changes: { title: "One" } }]);
    expect(session.state()).toMatchObject({ told: null, conflicts: {} });
  });

  it("waits while the episode is deleted, and is saved once it is back", async () => {
    const { session, house } = open();
    session.end();
    session.type("title", "One");
    await vi.advanceTimersByTimeAsync(5_000);
    expect(house.saves).toEqual([]);
    expect(session.state().save).toMatchObject({ kind: "ended", sentence: expect.stringContaining("was deleted") });
    house.present = { ...house.present, version: 3, by: mara };
    await session.look();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(house.saves).toEqual([{ version: 3, changes: { title: "One" } }]);
  });

  it("is tried again, later and later, until the house answers, and at once when there may be a connection", async () => {
    const { session, house } = open();
    house.answers = Array.from({ length: 4 }, () => ({ kind: "lost", sentence: "no connection" }));
    session.type("title", "One");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(session.state().save).toEqual({ kind: "lost", sentence: "no connection" });
    await vi.advanceTimersByTimeAsync(3_500);
    expect(house.tries).toBe(3);
    await vi.advanceTimersByTimeAsync(3_600);
    expect(house.tries).toBe(4);
    session.retry();
    await vi.advanceTimersByTimeAsync(0);
    expect(house.saves).toEqual([{ version: 1, changes: { title: "One" } }]);
  });

  it("into a field that the house refuses keeps no other back, and is not sent again as it was", async () => {
    const { session, house } = open();
    house.answers = [{ kind: "refused", sentence: "No.", fields: { slug: "Is taken." } }];
    session.type("slug", "taken");
    session.type("number", "5");
    session.type("title", "  ");
    await vi.advanceTimersByTimeAsync(5_000);
    expect(house.saves).toEqual([{ version: 1, changes: { number: 5 } }]);
    expect(errorsOf(session.state())).toEqual({ slug: "Is taken.", title: "An episode needs a title." });
    expect(await session.saveNow()).toBe(false);
    session.type("slug", "free");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(house.saves.at(-1)).toMatchObject({ changes: { slug: "free" } });
  });
});

describe("the address of a draft", () => {
  const moved = (version: number): Outcome => ({
    kind: "saved",
    snapshot: { version, fields: { ...fields, title: "Flight", slug: "flight" }, by: null },
  });

  it("is what the house made of the title, and is not sent back", async () => {
    const { session, house } = open();
    house.answers = [moved(2)];
    session.type("title", "Flight");
    await vi.advanceTimersByTimeAsync(5_000);
    expect(session.state()).toMatchObject({ form: { slug: "flight" }, base: { slug: "flight" }, version: 2 });
    expect(session.unsaved()).toEqual([]);
  });

  it("stays what is being typed", async () => {
    const { session, house } = open();
    house.slow = 5_000;
    house.answers = [moved(2)];
    session.type("title", "Flight");
    await vi.advanceTimersByTimeAsync(1_000);
    session.type("slug", "mine");
    await vi.advanceTimersByTimeAsync(20_000);
    expect(house.saves.at(-1)).toMatchObject({ changes: { slug: "mine" } });
    expect(session.state().form.slug).toBe("mine");
  });
});

describe("a save of somebody else's", () => {
  it("is taken where I changed nothing, and joins mine where I changed something else", async () => {
    const { session, house } = open();
    session.type("notes", "<p>Mine</p>");
    house.present = { version: 2, fields: { ...fields, title: "Mara’s" }, by: mara };
    house.answers = [{ kind: "stale" }];
    await vi.advanceTimersByTimeAsync(1_000);
    expect(house.saves).toEqual([{ version: 2, changes: { notes: "<p>Mine</p>" } }]);
    expect(session.state()).toMatchObject({
      form: { title: "Mara’s", notes: "<p>Mine</p>" },
      told: { by: "Mara", fields: ["title"] },
    });
  });

  it.each([
    ["mine", "Mine", [{ version: 2, changes: { title: "Mine" } }]],
    ["theirs", "Mara’s", []],
  ] as const)("asks where both changed the same; %s is what is chosen", async (whose, title, saves) => {
    const { session, house } = open();
    session.type("title", "Mine");
    session.hear({ version: 2, fields: { ...fields, title: "Mara’s" }, by: mara });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(house.saves).toEqual([]);
    expect(session.state()).toMatchObject({
      form: { title: "Mine" },
      conflicts: { title: { theirs: "Mara’s", by: "Mara" } },
    });
    session.choose("title", whose);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(session.state().form.title).toBe(title);
    expect(house.saves).toEqual(saves);
  });

  it("is not told when it is my own, whose answer was lost", async () => {
    const { session, house } = open();
    session.type("title", "One");
    house.present = { version: 2, fields: { ...fields, title: "One" }, by: { id: me, name: "Me" } };
    house.answers = [{ kind: "stale" }];
    await vi.advanceTimersByTimeAsync(1_000);
    expect(house.saves).toEqual([]);
    expect(session.state()).toMatchObject({ version: 2, told: null, conflicts: {}, save: { kind: "saved" } });
  });

  it("is not told when it is older than what is here", () => {
    const { session } = open();
    session.hear({ version: 1, fields: { ...fields, title: "Old" }, by: mara });
    expect(session.state().form.title).toBe("Pilot");
  });
});

describe("what did not reach the house", () => {
  it("is found by the next opening, and joins what was saved since", async () => {
    const shelf = makeShelf();
    const { session } = open({ shelf, opened: 1 });
    session.type("title", "Typed offline");
    session.type("notes", "<p>Offline</p>");
    const later = open({ shelf, opened: 2, version: 5, now: { ...fields, title: "Meanwhile", number: 3 } });
    const draft = later.drafts.find() as Draft;
    expect(draft.form).toEqual({ title: "Typed offline", notes: "<p>Offline</p>" });
    later.session.bringBack(draft);
    later.drafts.forget();
    expect(later.session.state()).toMatchObject({
      form: { title: "Typed offline", notes: "<p>Offline</p>", number: "3" },
      conflicts: { title: { theirs: "Meanwhile" } },
    });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(later.house.saves).toEqual([{ version: 5, changes: { notes: "<p>Offline</p>" } }]);
  });

  it("is none when the house has it all the same, by a save whose answer nobody heard", () => {
    const shelf = makeShelf();
    open({ shelf, opened: 1 }).session.type("title", "Typed and left");
    const later = (opened: number, title: string) => {
      const { drafts, session } = open({ shelf, opened, version: 2, now: { ...fields, title } });
      return isMissing(session.state(), drafts.find() as Draft);
    };
    expect(later(2, "Typed and left")).toBe(false);
    expect(later(3, "Something else")).toBe(true);
  });

  it("is forgotten once it is saved", async () => {
    const shelf = makeShelf();
    const { session } = open({ shelf, opened: 1 });
    session.type("title", "One");
    expect(shelf.length).toBe(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(shelf.length).toBe(0);
  });
});

type Opening = { shelf?: ReturnType<typeof makeShelf>; opened?: number; version?: number; now?: EpisodeFields };

/** A session before a house that takes what it is sent, unless `answers` say otherwise. */
function open({ shelf = makeShelf(), opened = 1, version = 1, now = fields }: Opening = {}) {
  const snapshot: Snapshot = { version, fields: now, by: null };
  const house = {
    present: snapshot,
    answers: [] as Outcome[],
    saves: [] as object[],
    tries: 0,
    slow: 0,
  };
  const save = async (based: number, changes: Partial<EpisodeFields>): Promise<Outcome> => {
    house.tries++;
    const refusal = house.answers.shift();
    if (refusal) return refusal;
    house.saves.push({ version: based, changes });
    if (house.slow) await new Promise((resolve) => setTimeout(resolve, house.slow));
    house.present = { version: based + 1, fields: { ...house.present.fields, ...changes }, by: null };
    return { kind: "saved", snapshot: house.present };
  };
  const drafts = draftsOf(shelf, { user: me, episode: "one", opened });
  const transport = { save, load: async () => house.present };
  const session = openSession(snapshot, { transport, drafts, me, now: () => new Date() });
  return { session, house, drafts };
}

function makeShelf() {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index: number) => [...kept.keys()][index] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}
