import type { EpisodeFound, Found, ShowFound, WorkspaceFound } from "@/lib/episodes/commands";
import { showPlaces } from "@/lib/shows/show-pages";
import { wings } from "../../admin/rooms";
import { accountRooms } from "../account/account-rooms";
import { rooms } from "../rooms";

/** What choosing a line does. */
type Deed =
  | { kind: "go"; href: string }
  | { kind: "new episode"; slug: string }
  | { kind: "delete episode"; id: string; title: string }
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
  { id: "new token", name: "New token", deed: { kind: "go", href: "/studio/tokens#new-token" } },
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

const MOST_ACTS = 8;

/** Everything that fits what was typed, in the order in which it is offered. Without a word: the lately used first. */
export function groupsOf(
  text: string,
  { shows, episodes, workspaces }: Found,
  recent: Command[],
  isHouseAdmin = false,
): Group[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (hay: string) => words.every((word) => hay.toLowerCase().includes(word));
  const some = (found: Act[]) => found.filter(({ hay }) => fits(hay)).map(({ command }) => command);
  const inShows = (words.length > 0 ? shows : shows.slice(0, 1)).flatMap(actsOf);
  const groups = [
    { heading: "Lately", commands: words.length > 0 ? [] : recent },
    { heading: "Shows", commands: shows.filter(({ title }) => fits(title)).map(asCommand) },
    { heading: "Episodes", commands: episodes.filter(({ title }) => fits(title)).map(episodeCommand) },
    { heading: "In a show", commands: some(inShows).slice(0, MOST_ACTS) },
    { heading: "With an episode", commands: some(episodes.flatMap(episodeActs)).slice(0, MOST_ACTS) },
    { heading: "Workspaces", commands: some(workspaces.flatMap(workspaceActs)) },
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

/** Something that can be done, and the words by which it is found. */
type Act = { hay: string; command: Command };

function workspaceActs({ id, name, mayInvite }: WorkspaceFound): Act[] {
  const href = `/studio/workspaces/${id}`;
  const own: Act = {
    hay: `workspace ${name} members`,
    command: { id: `workspace ${id}`, name, deed: { kind: "go", href } },
  };
  const inviting: Act = {
    hay: `invite somebody member workspace ${name}`,
    command: {
      id: `invite ${id}`,
      name: "Invite somebody",
      beside: name,
      deed: { kind: "go", href: `${href}#invite` },
    },
  };
  return mayInvite ? [own, inviting] : [own];
}

/** What can be done with one episode. What asks for a decision leads to where it is taken. */
function episodeActs({ id, title, state, show, page, enclosure, mayEdit }: EpisodeFound): Act[] {
  const act = (name: string, words: string, deed: Deed): Act => ({
    hay: `${name} ${words} ${title}`,
    command: { id: `${name} ${id}`, name, beside: title, deed },
  });
  const at = (place: string): Deed => ({ kind: "go", href: `/studio/${show.slug}/episodes/${id}#${place}` });
  const copy = (value: string | null, words: string): Act[] =>
    value === null ? [] : [act(`Copy ${words}`, "", { kind: "copy", value, said: `The ${words} is copied.` })];
  const publication = {
    draft: ["Publish or schedule", ""],
    unpublished: ["Publish or schedule", "again"],
    scheduled: ["Move or cancel the schedule", "publish"],
    published: ["Unpublish", ""],
  } as const;
  const [name, words] = publication[state];
  return [
    ...(mayEdit ? [act(name, words, at("publish"))] : []),
    ...copy(page, "page address"),
    ...copy(enclosure, "enclosure address"),
    ...(mayEdit && state !== "published" ? [act("Preview link for a guest", "", at("guests"))] : []),
    ...(mayEdit ? [act("Delete episode", "remove", { kind: "delete episode", id, title })] : []),
  ];
}

/** What can be done with one show. */
function actsOf({ slug, title, page, feed, mayEdit, mayRule }: ShowFound): Act[] {
  const act = (name: string, words: string, deed: Deed): Act => ({
    hay: `${name} ${words} ${title}`,
    command: { id: `${name} ${slug}`, name, beside: title, deed },
  });
  const [settings, ...sections] = showPlaces
    .filter(({ ruled }) => mayRule || !ruled)
    .map(({ name, path, words }) => act(name, words, { kind: "go", href: `/studio/${slug}${path}` }));
  return [
    ...(mayEdit ? [act("New episode", "in", { kind: "new episode", slug })] : []),
    ...(settings ? [settings] : []),
    act("Copy feed address", "rss", { kind: "copy", value: feed, said: "The feed address is copied." }),
    act("Copy page address", "", { kind: "copy", value: page, said: "The page address is copied." }),
    ...sections,
  ];
}
