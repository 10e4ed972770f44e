import { members, type Row } from "./row";

export const uploadingRows: Row[] = [
  {
    ...{ route: "app/api/studio/live/route.ts", method: "GET", may: members, status: 200 },
    ask: ({ draft }) => ({ path: `/?topics=episode:${draft.id}` }),
  },
];
