import { audioAddress } from "@/lib/media/addresses";
import { everybody, listen, members, nobody, nothing, type Row } from "./row";

export const listeningRows: Row[] = [
  ...["GET", "HEAD"].flatMap((method) => [
    listen("app/(listen)/[show]/feed.xml/route.ts", method, everybody, ({ show }) => ({ params: { show: show.slug } })),
    listen("app/media/[...path]/route.ts", method, everybody, mediaOf("published"), "of a published episode"),
    listen("app/media/[...path]/route.ts", method, members, mediaOf("draft"), "of a draft"),
  ]),
  { ...listen("app/media/[...path]/route.ts", "OPTIONS", everybody, nothing), status: 204 },
  { ...listen("app/(listen)/[show]/feed.xml/route.ts", "OPTIONS", everybody, nothing), status: 204 },
  listen("app/(listen)/[show]/page.tsx", "PAGE", everybody, ({ show }) => ({ params: { show: show.slug } })),
  listen("app/(listen)/[show]/[episode]/page.tsx", "PAGE", everybody, pageOf("published"), "of a published episode"),
  listen("app/(listen)/[show]/[episode]/page.tsx", "PAGE", nobody, pageOf("draft"), "of a draft"),
  listen("app/page.tsx", "PAGE", everybody, nothing),
  listen("app/healthz/route.ts", "GET", everybody, nothing),
  listen("app/readyz/route.ts", "GET", everybody, nothing),
  {
    ...listen("app/.well-known/security.txt/route.ts", "GET", everybody, nothing),
    status: 404,
    case: "in a house without a contact",
  },
];

function mediaOf(which: "published" | "draft"): Row["ask"] {
  return ({ [which]: { audio } }) => {
    if (!audio) throw new Error("The episode has no audio.");
    return { params: { path: new URL(audioAddress(audio)).pathname.split("/").slice(2) } };
  };
}

function pageOf(which: "published" | "draft"): Row["ask"] {
  return ({ show, [which]: episode }) => ({ params: { show: show.slug, episode: episode.slug } });
}
