import { editors, type Row, studio } from "./row";

export const showScreenRows: Row[] = [
  studio("[show]/", "createEpisode", editors, ({ show }) => ({ form: { show: show.slug } })),
];
