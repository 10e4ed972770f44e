import { expect, it } from "vitest";
import { groupsOf } from "@/app/studio/commands/command";

const nothing = { shows: [], episodes: [], workspaces: [] };

const namesFor = (text: string) =>
  groupsOf(text, nothing, []).flatMap(({ heading, commands }) => commands.map(({ name }) => `${heading}: ${name}`));

it("what belongs to one's account is found by its name and by what people call it", () => {
  expect(namesFor("recovery codes")).toEqual(["Your account: Second step"]);
  expect(namesFor("two-factor")).toEqual(["Your account: Second step"]);
  expect(namesFor("delete account")).toEqual(["Your account: Close account"]);
  expect(namesFor("email")).toEqual(["Your account: Profile"]);
  expect(namesFor("passkey")).toEqual(["Your account: Passkeys"]);
  expect(namesFor("sign out everywhere")).toEqual(["Your account: Sessions"]);
  expect(namesFor("PASSWORD")).toEqual(["Your account: Password"]);
});

it("nothing of it stands in the way before a word is typed", () => {
  expect(groupsOf("", nothing, []).map(({ heading }) => heading)).toEqual(["Anywhere"]);
});

it("workspaces lead to their pages", () => {
  const groups = groupsOf("rail", { ...nothing, workspaces: [{ id: "1", name: "The Railway" }] }, []);
  expect(groups.map(({ commands }) => commands[0]?.deed)).toEqual([{ kind: "go", href: "/studio/workspaces/1" }]);
});
