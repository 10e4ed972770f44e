import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { withExpressLane } from "@/express";
import { audioAddress } from "@/lib/media/addresses";
import { store } from "@/lib/media/store";
import { db } from "@/lib/platform/db";
import { makeOwner } from "./people";
import { makeAudio, makeCompleteShow, makePublished } from "./shows";
import { patternBytes } from "./stores";

/** A show with one episode on the air, of `size` bytes; `path` is its audio's. */
export async function airEpisode(size: number) {
  const owner = await makeOwner();
  const show = await makeCompleteShow(owner);
  const audio = await makeAudio(show);
  await store().write(audio.key, patternBytes(size), size);
  const media = await db().media.update({ where: { id: audio.id }, data: { bytes: size } });
  const episode = await makePublished(owner, show, { media: audio.id });
  return { owner, show, episode, media, path: new URL(audioAddress({ ...media, extension: "mp3" })).pathname };
}

/** The express lane on a port of its own; what it leaves to others is not there. */
export async function openExpressLane(): Promise<number> {
  const server = createServer(withExpressLane(async (_, response) => void response.writeHead(404).end()));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}
