import { notFound, permanentRedirect } from "next/navigation";
import { cache } from "react";
import { findPublicEpisode, findPublicShow } from "@/lib/feed/public-queries";
import type { Address, Gone } from "@/lib/shows/queries";

// A page and its metadata ask the same; within one request the database is asked once.
const showAt = cache((show: string) => findPublicShow(show, new Date()));
const episodeAt = cache((show: string, episode: string) => findPublicEpisode(show, episode, new Date()));

/** The show at an address, or that it is gone. An unknown address is a 404, an old one redirects. */
export async function requireShow(show: string) {
  return arrive(await showAt(show));
}

/** The episode at an address with its show; gone, 404 and redirects as for a show. */
export async function requireEpisode(show: string, episode: string) {
  return arrive(await episodeAt(show, episode));
}

function arrive<T>(address: Address<T>): T | Gone {
  if (!address) notFound();
  if ("movedTo" in address) permanentRedirect(address.movedTo);
  return "found" in address ? address.found : address;
}
