import { sendPart } from "@/tests/support/uploading";
import type { World } from "../world";
import { editors, members, ofOurPages, type Row } from "./row";

const ofUpload = async ({ upload }: World) => ({ ...ofOurPages, params: { id: (await upload()).id } });

const uploads = (path: string, method: string, status: number, ask: Row["ask"]): Row => ({
  ...{ route: `app/api/studio/uploads/${path}route.ts`, method, may: editors, status, ask },
});

export const uploadingRows: Row[] = [
  {
    ...{ route: "app/api/studio/live/route.ts", method: "GET", may: members, status: 200 },
    ask: ({ draft }) => ({ path: `/?topics=episode:${draft.id}` }),
  },
  uploads("", "POST", 201, ({ show, draft }) => ({
    ...ofOurPages,
    json: { show: show.slug, episode: draft.id, filename: "a.mp3", size: 3, type: "audio/mpeg" },
  })),
  uploads("[id]/", "GET", 200, ofUpload),
  uploads("[id]/", "DELETE", 204, ofUpload),
  uploads("[id]/completion/", "POST", 200, async ({ owner, upload }) => {
    const { id } = await upload();
    await sendPart(owner, { id }, 1, new TextEncoder().encode("abc"));
    return { ...ofOurPages, params: { id } };
  }),
];
