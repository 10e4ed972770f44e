import { apiClient } from "@/scripts/demo/api-client";
import { longwave } from "@/tests/support/command-line";
import type { House } from "@/tests/support/house";

type Person = { email: string; password: string };

/** Screens by name, and who has to be signed in to see them; null: a stranger. */
export type Room = { as: Person | null; screens: Record<string, string> };

/** Every screen of a house with the demo in it. For the last room a house admin is made. */
export async function roomsOf(house: House): Promise<Room[]> {
  const admin = await makeHouseAdmin(house);
  return [
    { as: null, screens: atTheDoor(house) },
    { as: house.demo, screens: await inTheStudio(house) },
    { as: admin, screens: atTheDesk(house) },
  ];
}

function atTheDoor({ demo: { page, episodes } }: House): Record<string, string> {
  return {
    front: "/",
    show: page,
    episode: episodes[0]?.page ?? page,
    "not-found": "/nothing-is-here",
    "sign-in": "/sign-in",
    "sign-up": "/sign-up",
    forgot: "/forgot",
    reset: "/reset?token=an-example",
    verify: "/verify?email=mara@example.com",
    "verify-link": "/verify?token=an-example",
    "set-up": "/setup?token=an-example",
    invitation: "/invitation?token=an-example",
  };
}

async function inTheStudio(house: House): Promise<Record<string, string>> {
  const slug = new URL(house.demo.page).pathname.slice(1);
  const [published, beginning] = await Promise.all([firstEpisode(house, slug), beginShow(house)]);
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
    "studio-tokens": "/studio/tokens",
    "studio-account": "/studio/account",
    "studio-account-password": "/studio/account/password",
    "studio-account-second-step": "/studio/account/second-step",
    "studio-account-passkeys": "/studio/account/passkeys",
    "studio-account-sessions": "/studio/account/sessions",
    "studio-account-close": "/studio/account/close",
  };
}

function atTheDesk(_: House): Record<string, string> {
  const rooms = [
    "accounts",
    "workspaces",
    "plans",
    "invitations",
    "on-air",
    "shows",
    "episodes",
    "jobs",
    "outbox",
    "audit",
    "house",
  ];
  return { admin: "/admin", ...Object.fromEntries(rooms.map((room) => [`admin-${room}`, `/admin/${room}`])) };
}

type Listed = { items: { id: string }[] };

async function firstEpisode(house: House, slug: string): Promise<string> {
  const { items } = await apiClient(house.url, house.demo.token).get<Listed>(`/shows/${slug}/episodes`);
  return items[0]?.id ?? "";
}

/** A show with nothing but a draft with nothing in it. */
async function beginShow(house: House): Promise<{ slug: string; draft: string }> {
  const api = apiClient(house.url, house.demo.token);
  const { slug } = await api.post<{ slug: string }>("/shows", { title: "Beginning", language: "en", category: "Arts" });
  const { id } = await api.post<{ id: string }>(`/shows/${slug}/episodes`, { title: "A draft with nothing in it" });
  return { slug, draft: id };
}

async function makeHouseAdmin(house: House): Promise<Person> {
  const person = { email: `admin-${Date.now()}@example.org`, password: "the keys of the house" };
  const { email, password } = person;
  const made = await longwave(["user", "create", "--email", email, "--password", password, "--admin"], house.settings);
  if (made.code !== 0) throw new Error(made.words);
  return person;
}
