import { addressParts } from "@/lib/media/part-addresses";
import { sendPart } from "@/tests/support/uploading";
import { type Caller, deletedEpisode, deletedShow, type World } from "../world";
import {
  admins,
  editors,
  everybody,
  inTheirOwn,
  members,
  nobody,
  notAPicture,
  nothing,
  type Question,
  type Row,
  signedIn,
} from "./row";

const withToken = signedIn;
const change = { headers: { "if-match": "*" }, json: { title: "Renamed" } };

const ofShow = ({ show }: World) => ({ params: { slug: show.slug } });
const ofDraft = ({ draft }: World) => ({ params: { id: draft.id } });
const ofUpload = async ({ upload }: World) => ({ params: { id: (await upload()).id } });
const ofPart = async ({ upload }: World) => ({ params: { id: (await upload()).id, number: "1" }, body: "abc" });

const api = (
  path: string,
  method: string,
  may: readonly Caller[],
  status: number,
  ask: Row["ask"],
  about?: string,
) => ({
  ...{ route: `app/api/v1/${path}route.ts`, method, may, status, ask },
  ...(about && { case: about }),
});

export const apiRows: Row[] = [
  api("shows/", "GET", withToken, 200, nothing),
  api("shows/", "POST", inTheirOwn, 201, () => ({ json: { title: "New", language: "en", category: "Arts" } })),
  api("shows/[slug]/", "GET", members, 200, ofShow),
  api("shows/[slug]/", "PATCH", editors, 200, (world) => ({ ...ofShow(world), ...change })),
  api("shows/[slug]/", "DELETE", admins, 204, ofShow),
  api("shows/[slug]/restoration/", "POST", admins, 200, async (world) => ({
    params: { slug: await deletedShow(world) },
  })),
  api("shows/[slug]/artwork/", "PUT", editors, 422, (world) => ({ ...ofShow(world), ...notAPicture })),
  api("shows/[slug]/uploads/", "POST", editors, 201, (world) => ({
    ...ofShow(world),
    json: { filename: "a.mp3", size: 3, type: "audio/mpeg" },
  })),
  api("shows/[slug]/episodes/", "GET", members, 200, ofShow),
  api("shows/[slug]/episodes/", "POST", editors, 201, (world) => ({ ...ofShow(world), json: { title: "New" } })),
  api("episodes/[id]/", "GET", members, 200, ofDraft),
  api("episodes/[id]/", "PATCH", editors, 200, (world) => ({ ...ofDraft(world), ...change })),
  api("episodes/[id]/", "DELETE", editors, 204, ofDraft),
  api("episodes/[id]/restoration/", "POST", editors, 200, async (world) => ({
    params: { id: await deletedEpisode(world) },
  })),
  api("episodes/[id]/artwork/", "PUT", editors, 422, (world) => ({ ...ofDraft(world), ...notAPicture })),
  api("episodes/[id]/artwork/", "DELETE", editors, 204, ofDraft),
  api("episodes/[id]/publication/", "PUT", editors, 200, ofDraft),
  api("episodes/[id]/publication/", "DELETE", editors, 200, ofDraft),
  api("media/[id]/", "GET", members, 200, ({ draft }) => ({ params: { id: draft.audioId ?? "" } })),
  api("uploads/[id]/", "GET", editors, 200, ofUpload),
  api("uploads/[id]/", "DELETE", editors, 204, ofUpload),
  api("uploads/[id]/completion/", "POST", editors, 200, async (world) => {
    const upload = await world.upload();
    await sendPart(world.owner, upload, 1, Buffer.from("abc"));
    return { params: { id: upload.id } };
  }),
  api("uploads/[id]/parts/[number]/", "PUT", editors, 204, ofPart),
  api("uploads/[id]/parts/[number]/", "PUT", everybody, 204, signedPart, "with a signed address"),
  ...["GET", "POST", "PUT", "PATCH", "DELETE"].map((method) => api("[[...rest]]/", method, nobody, 404, nothing)),
];

async function signedPart({ upload }: World): Promise<Question> {
  const opened = await upload();
  const [part] = await addressParts(opened, null, new Date());
  return { params: { id: opened.id, number: "1" }, path: part?.url, body: "abc" };
}
