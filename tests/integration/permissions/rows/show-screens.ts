import { settingsOf } from "@/lib/shows/settings";
import { deletedShow, type World } from "../world";
import { admins, editors, members, type Row, signedIn, studio } from "./row";

const settings = "[show]/settings/";
const was = ({ show }: World) => JSON.stringify(settingsOf(show));

export const showScreenRows: Row[] = [
  studio("[show]/", "createEpisode", editors, ({ show }) => ({ form: { show: show.slug } })),
  studio("[show]/on-air/", "PAGE", members, ({ show }) => ({ params: { show: show.slug } })),
  studio(settings, "PAGE", members, ({ show }) => ({ params: { show: show.slug } })),
  studio(settings, "saveGeneral", editors, (world) => ({
    form: {
      ...{ show: world.show.slug, was: was(world), title: "New", description: "New", author: "New" },
      ...{ language: "de", category: "Arts", type: "episodic", explicit: "true" },
    },
  })),
  studio(settings, "saveOwner", editors, (world) => ({
    form: { show: world.show.slug, was: was(world), ownerEmail: "ada@example.org" },
  })),
  studio(settings, "moveShow", admins, ({ show }) => ({
    form: { show: show.slug, slug: `${show.slug}-b`, confirmation: show.title },
  })),
  studio(settings, "removeShow", admins, ({ show }) => ({ form: { show: show.slug, confirmation: show.slug } })),
  {
    ...{ route: "app/api/studio/commands/route.ts", method: "GET", may: signedIn, status: 200 },
    ask: () => ({ path: "/api/studio/commands?q=night" }),
  },
  studio("", "putAway", signedIn, () => ({ form: { announcement: "an-id" } })),
  studio("", "restoreShow", admins, async (world) => ({ form: { show: await deletedShow(world) } })),
];
