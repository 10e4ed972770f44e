import { editors, members, type Row, studio } from "./row";

const page = "[show]/episodes/[episode]/";

export const editorRows: Row[] = [
  studio(page, "PAGE", members, ({ show, draft }) => ({ params: { show: show.slug, episode: draft.id } })),
  studio(page, "saveEpisode", editors, ({ draft }) => ({
    form: {
      ...{ episode: draft.id, version: String(draft.version), title: "New", notes: "<p>New</p>" },
      ...{ season: "", number: "2", type: "full", explicit: "", slug: draft.slug },
    },
  })),
];
