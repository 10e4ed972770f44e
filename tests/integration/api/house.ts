import * as publication from "@/app/api/v1/episodes/[id]/publication/route";
import * as episode from "@/app/api/v1/episodes/[id]/route";
import * as episodes from "@/app/api/v1/shows/[slug]/episodes/route";
import * as show from "@/app/api/v1/shows/[slug]/route";
import * as uploads from "@/app/api/v1/shows/[slug]/uploads/route";
import * as shows from "@/app/api/v1/shows/route";
import { call, type Said } from "@/tests/support/requests";

type Asked = Said & { query?: string };
const root = {} as Record<string, never>;

/** A program's way through the API, as functions: what is sent, to the raw answer. */
export const client = (token: string | null) => ({
  createShow: (json: unknown, said: Asked = {}) => call(shows.POST, root, { method: "POST", token, json, ...said }),
  listShows: (query = "") => call(shows.GET, root, { token, query }),
  show: (slug: string) => call(show.GET, { slug }, { token }),
  changeShow: (slug: string, json: unknown, ifMatch?: string) =>
    call(show.PATCH, { slug }, { method: "PATCH", token, json, headers: matching(ifMatch) }),
  deleteShow: (slug: string) => call(show.DELETE, { slug }, { method: "DELETE", token }),
  createEpisode: (slug: string, json: unknown) => call(episodes.POST, { slug }, { method: "POST", token, json }),
  listEpisodes: (slug: string, query = "", known?: string) =>
    call(episodes.GET, { slug }, { token, query, headers: known ? { "if-none-match": known } : {} }),
  episode: (id: string) => call(episode.GET, { id }, { token }),
  changeEpisode: (id: string, json: unknown, ifMatch?: string) =>
    call(episode.PATCH, { id }, { method: "PATCH", token, json, headers: matching(ifMatch) }),
  deleteEpisode: (id: string) => call(episode.DELETE, { id }, { method: "DELETE", token }),
  publish: (id: string, json: unknown) => call(publication.PUT, { id }, { method: "PUT", token, json }),
  unpublish: (id: string) => call(publication.DELETE, { id }, { method: "DELETE", token }),
  createUpload: (slug: string, json: unknown) => call(uploads.POST, { slug }, { method: "POST", token, json }),
});

const matching = (tag?: string): Record<string, string> => (tag ? { "if-match": tag } : {});

export const night = { title: "Night Train", language: "en", category: "Arts > Books" };
