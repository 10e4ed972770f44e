import { apiClient } from "@/scripts/demo/api-client";
import { longwave } from "@/tests/support/command-line";
import type { House } from "@/tests/support/house";
import { type Things, thingsOf } from "@/tests/support/things-on-screen";

type Person = { email: string; password: string };

/** Screens by name, who has to be signed in to see them (null: a stranger), and where a sign-in leads them, if not to the studio. */
export type Room = { as: Person | null; at?: string; screens: Record<string, string> };

/** Every screen of a house with the demo in it. For the later rooms people are made: a house admin, and two who do not get far. */
export async function roomsOf(house: House): Promise<Room[]> {
  const [admin, lost, twoSteps] = [
    await make(house, "admin", "--admin"),
    await make(house, "lost"),
    await make(house, "two"),
  ];
  const beginning = await beginShow(house);
  const things = await thingsOf(house, { admin: admin.email, lost: lost.email, twoSteps: twoSteps.email });
  return [
    { as: null, screens: atTheDoor(house, things) },
    { as: house.demo, screens: await inTheStudio(house, beginning, things) },
    { as: admin, screens: atTheDesk(house, beginning, things) },
    { as: lost, at: "/suspended", screens: { suspended: "/suspended" } },
    { as: twoSteps, at: "/sign-in/code", screens: { "second-step": "/sign-in/code" } },
  ];
}

function atTheDoor({ demo: { page, episodes } }: House, { previewed, invited }: Things): Record<string, string> {
  return {
    front: "/",
    show: page,
    episode: episodes[0]?.page ?? page,
    preview: `/preview/${previewed}`,
    "preview-over": "/preview/an-example",
    "not-found": "/nothing-is-here",
    "sign-in": "/sign-in",
    "sign-up": "/sign-up",
    forgot: "/forgot",
    reset: "/reset?token=an-example",
    verify: "/verify?email=mara@example.com",
    "verify-link": "/verify?token=an-example",
    "set-up": "/setup?token=an-example",
    invitation: `/invitation?token=${invited}`,
    "invitation-wrong": "/invitation?token=an-example",
    address: "/address?token=an-example",
    "reset-bare": "/reset",
    "verify-bare": "/verify",
    "address-bare": "/address",
  };
}

type Beginning = { slug: string; draft: string };

async function inTheStudio(house: House, beginning: Beginning, things: Things): Promise<Record<string, string>> {
  const slug = slugOf(house);
  const published = await firstEpisode(house, slug);
  const show = `/studio/${slug}`;
  return {
    studio: "/studio",
    "studio-new": "/studio/new",
    "studio-show": show,
    "studio-episode": `${show}/episodes/${published}`,
    "studio-beginning": `/studio/${beginning.slug}`,
    "studio-draft": `/studio/${beginning.slug}/episodes/${beginning.draft}`,
    "studio-calendar": `${show}/calendar`,
    "studio-on-air": `${show}/on-air`,
    "studio-settings": `${show}/settings`,
    "studio-deleted": `${show}/deleted`,
    "studio-workspaces": "/studio/workspaces",
    "studio-workspace": `/studio/workspaces/${things.workspace}`,
    "studio-tokens": "/studio/tokens",
    "studio-account": "/studio/account",
    "studio-account-password": "/studio/account/password",
    "studio-account-second-step": "/studio/account/second-step",
    "studio-account-passkeys": "/studio/account/passkeys",
    "studio-account-sessions": "/studio/account/sessions",
    "studio-account-close": "/studio/account/close",
  };
}

const lists = "accounts workspaces plans invitations on-air shows episodes jobs outbox audit house".split(" ");

function atTheDesk(house: House, beginning: Beginning, things: Things): Record<string, string> {
  const { account, workspace, show, episode, plan, mail } = things;
  const view = `/admin/accounts/${account}/view`;
  return {
    admin: "/admin",
    ...Object.fromEntries(lists.map((room) => [`admin-${room}`, `/admin/${room}`])),
    "admin-account": `/admin/accounts/${account}`,
    "admin-workspace": `/admin/workspaces/${workspace}`,
    "admin-show": `/admin/shows/${show}`,
    "admin-episode": `/admin/episodes/${episode}`,
    "admin-plan": `/admin/plans/${plan}`,
    "admin-mail": `/admin/outbox/${mail}`,
    "admin-view": view,
    "admin-view-show": `${view}/${slugOf(house)}`,
    "admin-view-settings": `${view}/${slugOf(house)}/settings`,
    "admin-view-episode": `${view}/${slugOf(house)}/episodes/${episode}`,
    "admin-view-draft": `${view}/${beginning.slug}/episodes/${beginning.draft}`,
  };
}

const slugOf = ({ demo: { page } }: House): string => new URL(page).pathname.slice(1);

type Listed = { items: { id: string }[] };

async function firstEpisode(house: House, slug: string): Promise<string> {
  const { items } = await apiClient(house.url, house.demo.token).get<Listed>(`/shows/${slug}/episodes`);
  return items[0]?.id ?? "";
}

/** A show with nothing but a draft with nothing in it. */
async function beginShow(house: House): Promise<Beginning> {
  const api = apiClient(house.url, house.demo.token);
  const { slug } = await api.post<{ slug: string }>("/shows", { title: "Beginning", language: "en", category: "Arts" });
  const { id } = await api.post<{ id: string }>(`/shows/${slug}/episodes`, { title: "A draft with nothing in it" });
  return { slug, draft: id };
}

async function make(house: House, name: string, ...more: string[]): Promise<Person> {
  const person = { email: `${name}-${Date.now()}@example.org`, password: "the keys of the house" };
  const { email, password } = person;
  const made = await longwave(["user", "create", "--email", email, "--password", password, ...more], house.settings);
  if (made.code !== 0) throw new Error(made.words);
  return person;
}
