import type { WorkspaceChoice } from "@/lib/accounts/workspaces";
import type { EpisodeFound, Found, ShowFound } from "@/lib/episodes/commands";
import { showPlaces } from "@/lib/shows/show-pages";
import { wings } from "../../admin/rooms";
import { accountRooms } from "../account/account-rooms";
import { rooms } from "../rooms";

/** What choosing a line does. */
type Deed =
  | { kind: "go"; href: string }
  | { kind: "new episode"; slug: string }
  | { kind: "copy"; value: string; said: string }
  | { kind: "theme"; theme: "light" | "dark" | "system" }
  | { kind: "sign out" };

export type Command = {
  id: string;
  name: string;
  /** where it belongs: a show's name, a state */
  beside?: string;
  language?: string;
  deed: Deed;
};

export type Group = { heading: string; commands: Command[] };

const general: Command[] = [
  { id: "new show", name: "New show", deed: { kind: "go", href: "/studio/new" } },
  ...rooms.map(({ href, name }): Command => ({ id: href, name, deed: { kind: "go", href } })),
  { id: "account", name: "Account", deed: { kind: "go", href: "/studio/account" } },
  { id: "light", name: "Light theme", deed: { kind: "theme", theme: "light" } },
  { id: "dark", name: "Dark theme", deed: { kind: "theme", theme: "dark" } },
  { id: "system", name: "Theme as the system", deed: { kind: "theme", theme: "system" } },
  { id: "sign out", name: "Sign out", deed: { kind: "sign out" } },
];

/** What there is to one's own account, and the words by which it is found. */
const account = accountRooms.map(({ href, name, words }) => ({
  hay: `${name} ${words} account`,
  command: { id: href, name, beside: "Your account", deed: { kind: "go", href } } satisfies Command,
}));

/** The rooms of the house admin's desk. */
const desk = wings.flatMap((wing) =>
  wing.rooms.map(
    ({ href, name }): Command => ({ id: href, name, beside: "House admin’s desk", deed: { kind: "go", href } }),
  ),
);

const MOST_OF_SHOWS = 6;

/** Everything that fits what was typed, in the order in which it is offered. Without a word: the lately used first. */
export function groupsOf(
  text: string,
  { shows, episodes, workspaces }: Found,
  recent: Command[],
  isHouseAdmin = false,
): Group[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (hay: string) => words.every((word) => hay.toLowerCase().includes(word));
  const acts = (words.length > 0 ? shows : shows.slice(0, 1)).flatMap(actsOf);
  const groups = [
    { heading: "Lately", commands: words.length > 0 ? [] : recent },
    { heading: "Shows", commands: shows.filter(({ title }) => fits(title)).map(asCommand) },
    { heading: "Episodes", commands: episodes.map(episodeCommand) },
    {
      heading: "In a show",
      commands: acts
        .filter(({ hay }) => fits(hay))
        .map(({ command }) => command)
        .slice(0, MOST_OF_SHOWS),
    },
    { heading: "Workspaces", commands: workspaces.map(workspaceCommand) },
    {
      heading: "Your account",
      commands: account.filter(({ hay }) => words.length > 0 && fits(hay)).map(({ command }) => command),
    },
    { heading: "Anywhere", commands: general.filter(({ name }) => fits(name)) },
    { heading: "At the desk", commands: isHouseAdmin ? desk.filter(({ name }) => fits(`${name} admin desk`)) : [] },
  ];
  return groups.filter(({ commands }) => commands.length > 0);
}

const asCommand = ({ slug, title, language }: ShowFound): Command => ({
  id: `show ${slug}`,
  name: title,
  language,
  deed: { kind: "go", href: `/studio/${slug}` },
});

const episodeCommand = ({ id, title, show }: EpisodeFound): Command => ({
  id: `episode ${id}`,
  name: title,
  beside: show.title,
  language: show.language,
  deed: { kind: "go", href: `/studio/${show.slug}/episodes/${id}` },
});

const workspaceCommand = ({ id, name }: WorkspaceChoice): Command => ({
  id: `workspace ${id}`,
  name,
  deed: { kind: "go", href: `/studio/workspaces/${id}` },
});

/** What can be done with one show, and the words by which it is found. */
function actsOf({ slug, title, page, feed, mayEdit }: ShowFound): { hay: string; command: Command }[] {
  const act = (name: string, words: string, deed: Deed) => ({
    hay: `${name} ${words} ${title}`,
    command: { id: `${name} ${slug}`, name, beside: title, deed },
  });
  const [settings, ...sections] = showPlaces.map(({ name, path, words }) =>
    act(name, words, { kind: "go", href: `/studio/${slug}${path}` }),
  );
  return [
    ...(mayEdit ? [act("New episode", "in", { kind: "new episode", slug })] : []),
    ...(settings ? [settings] : []),
    act("Copy feed address", "rss", { kind: "copy", value: feed, said: "The feed address is copied." }),
    act("Copy page address", "", { kind: "copy", value: page, said: "The page address is copied." }),
    ...sections,
  ];
}
