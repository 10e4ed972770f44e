import type { ReactNode } from "react";
import { nextPublication } from "@/lib/episodes/next-publication";
import { findShowFor } from "@/lib/shows/queries";
import { requireSignedIn } from "@/lib/web/session";
import { LiveShow } from "../live/live-show";
import { ShowDrop } from "../uploads/show-drop";
import { createEpisode } from "./actions";

type Props = { params: Promise<{ show: string }>; children: ReactNode };

/**
 * What all pages of a show share: changes show by themselves, and a file dropped on any of them begins an episode. Each page
 * finds the show for itself.
 */
export default async function ShowLayout({ params, children }: Props) {
  const { show: slug } = await params;
  const actor = await requireSignedIn();
  const show = await findShowFor(actor, slug, "analyst");
  const mayEdit = show && (await findShowFor(actor, slug, "editor")) !== null;
  return (
    <>
      {children}
      {show && <LiveShow show={show.id} me={actor.user.id} next={await nextPublication(show, new Date())} />}
      {show && mayEdit && <ShowDrop show={{ slug: show.slug, title: show.title }} create={createEpisode} />}
    </>
  );
}
