import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EpisodeFields, fieldNames } from "@/lib/episodes/fields";
import { changedFields, mergeEpisode } from "@/lib/episodes/merge";

const base: EpisodeFields = {
  ...{ title: "Pilot", notes: "<p>Notes</p>", season: 1, number: 1, type: "full", explicit: null, slug: "pilot" },
};

/** Few values, so that two people often write the same. */
const ordinal = fc.option(fc.integer({ min: 1, max: 3 }));
const fields: fc.Arbitrary<EpisodeFields> = fc.record({
  title: fc.constantFrom("A", "B", "C"),
  notes: fc.constantFrom("", "<p>a</p>", "<p>b</p>"),
  season: ordinal,
  number: ordinal,
  type: fc.constantFrom("full", "trailer", "bonus"),
  explicit: fc.option(fc.boolean()),
  slug: fc.constantFrom("a", "b", "c"),
});

describe("two people's changes to one version of an episode", () => {
  it("join when each changed other fields", () => {
    const merged = mergeEpisode(base, { ...base, title: "Mine" }, { ...base, notes: "<p>Theirs</p>", number: null });
    expect(merged).toEqual({
      fields: { ...base, title: "Mine", notes: "<p>Theirs</p>", number: null },
      conflicts: [],
    });
  });

  it("are asked about where both changed the same field, each its own way", () => {
    const { conflicts } = mergeEpisode(
      base,
      { ...base, title: "Mine", season: 2 },
      { ...base, title: "Theirs", season: 2 },
    );
    expect(conflicts).toEqual(["title"]);
  });

  it("leave a field as one of the three has it, and never drop what I changed", () => {
    fc.assert(
      fc.property(fields, fields, fields, (was, mine, theirs) => {
        const { fields: merged } = mergeEpisode(was, mine, theirs);
        for (const name of fieldNames) expect([mine[name], theirs[name]]).toContain(merged[name]);
        for (const name of changedFields(was, mine)) expect(merged[name]).toBe(mine[name]);
      }),
    );
  });

  it("never drop what they changed without asking", () => {
    fc.assert(
      fc.property(fields, fields, fields, (was, mine, theirs) => {
        const { fields: merged, conflicts } = mergeEpisode(was, mine, theirs);
        for (const name of changedFields(was, theirs))
          expect(merged[name] === theirs[name] || conflicts.includes(name)).toBe(true);
      }),
    );
  });

  it("come out the same whoever saves last, as long as nothing is asked", () => {
    fc.assert(
      fc.property(fields, fields, fields, (was, mine, theirs) => {
        const [here, there] = [mergeEpisode(was, mine, theirs), mergeEpisode(was, theirs, mine)];
        expect(here.conflicts).toEqual(there.conflicts);
        if (here.conflicts.length === 0) expect(here.fields).toEqual(there.fields);
      }),
    );
  });

  it("are what one of them wrote when the other wrote nothing", () => {
    fc.assert(
      fc.property(fields, fields, (was, changed) => {
        expect(mergeEpisode(was, changed, was)).toEqual({ fields: changed, conflicts: [] });
        expect(mergeEpisode(was, was, changed)).toEqual({ fields: changed, conflicts: [] });
        expect(mergeEpisode(was, changed, changed)).toEqual({ fields: changed, conflicts: [] });
      }),
    );
  });
});
