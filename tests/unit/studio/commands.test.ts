import { expect, it } from "vitest";
import { groupsOf } from "@/app/studio/commands/command";
import type { EpisodeFound } from "@/lib/episodes/commands";

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
  const groups = groupsOf("rail", { ...nothing, workspaces: [{ id: "1", name: "The Railway", mayInvite: false }] }, []);
  expect(groups.map(({ commands }) => commands[0]?.deed)).toEqual([{ kind: "go", href: "/studio/workspaces/1" }]);
});

const night: EpisodeFound = {
  ...{ id: "7", title: "Night Train", show: { slug: "rails", title: "Rails", language: "en" }, mayEdit: true },
  ...{ state: "draft", page: null, enclosure: null },
};

/** The acts with one episode, by what was typed. */
const actsWith = (text: string, episode: EpisodeFound) =>
  groupsOf(text, { ...nothing, episodes: [episode] }, []).flatMap(({ heading, commands }) =>
    heading === "With an episode" ? commands.map(({ name }) => name) : [],
  );

it("an act with an episode is found by its word, and is one that its state and one's role allow", () => {
  expect(actsWith("publish night", night)).toEqual(["Publish or schedule"]);
  expect(actsWith("delete train", night)).toEqual(["Delete episode"]);
  expect(actsWith("guest", night)).toEqual(["Preview link for a guest"]);
  const out: EpisodeFound = { ...night, state: "published", page: "https://a/p", enclosure: "https://a/e" };
  expect(actsWith("train", out)).toEqual([
    ...["Unpublish", "Copy page address", "Copy enclosure address", "Delete episode"],
  ]);
  expect(actsWith("train", { ...out, mayEdit: false })).toEqual(["Copy page address", "Copy enclosure address"]);
  expect(actsWith("cancel", { ...night, state: "scheduled" })).toEqual(["Move or cancel the schedule"]);
});

it("a show's deletion is offered to those who may delete it", () => {
  const show = { slug: "rails", title: "Rails", language: "en", page: "p", feed: "f", mayEdit: true, mayRule: true };
  const offered = (mayRule: boolean) =>
    groupsOf("delete", { ...nothing, shows: [{ ...show, mayRule }] }, []).flatMap(({ heading, commands }) =>
      heading === "In a show" ? commands.map(({ name }) => name) : [],
    );
  expect(offered(true)).toEqual(["Deleted", "Delete this show"]);
  expect(offered(false)).toEqual(["Deleted"]);
});

it("whoever may invite finds that by its word", () => {
  const found = (mayInvite: boolean) => ({ ...nothing, workspaces: [{ id: "1", name: "The Railway", mayInvite }] });
  const names = (mayInvite: boolean) =>
    groupsOf("invite rail", found(mayInvite), []).flatMap((group) => group.commands);
  expect(names(true).map(({ deed }) => deed)).toEqual([{ kind: "go", href: "/studio/workspaces/1#invite" }]);
  expect(names(false)).toEqual([]);
});
