import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET as previewed } from "@/app/(listen)/preview/[token]/[file]/route";
import { GET as media } from "@/app/media/[...path]/route";
import { withExpressLane } from "@/express";
import { suspendUser } from "@/lib/accounts/mutations";
import { streamOwners } from "@/lib/delivery/streams";
import { cutSuspended } from "@/lib/delivery/suspension";
import { createPreviewLink, revokePreviewLink } from "@/lib/episodes/preview-mutations";
import { takeDownEpisode } from "@/lib/episodes/takedown-mutations";
import { audioAddress } from "@/lib/media/addresses";
import { store } from "@/lib/media/store";
import { listOffAir } from "@/lib/media/stream-owners";
import { db } from "@/lib/platform/db";
import { takeDownShow } from "@/lib/shows/takedown-mutations";
import type { Media } from "@/prisma/generated/client";
import { useDatabase } from "@/tests/support/database";
import { makeHouseAdmin, makeOwner } from "@/tests/support/people";
import { call } from "@/tests/support/requests";
import { makeCompleteShow, makePublished, present } from "@/tests/support/shows";
import { patternBytes, useStore } from "@/tests/support/stores";

useDatabase();
useStore();

// More than the buffers of a socket hold, so that the stream is under way for as long as nobody reads it.
const size = 32 * 1024 * 1024;
const WITHIN_MS = 5_000;

let express = "";
beforeAll(async () => {
  const endWatch = cutSuspended(listOffAir);
  const server = createServer(withExpressLane(async (_, response) => void response.writeHead(404).end()));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  express = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return () => {
    endWatch();
    server.close();
  };
});

const lanes = {
  express: (file: Media) => fetch(express + new URL(audioAddress(file)).pathname),
  "Next’s": (file: Media) => call(media, { path: new URL(audioAddress(file)).pathname.split("/").slice(2) }),
};

describe.each(Object.entries(lanes))("a public stream on the %s lane", (_, ask) => {
  it("ends within five seconds of a takedown of its episode, and the others go on", async () => {
    const { admin, episode, audio, other } = await makeAir();
    const [gone, kept] = [await listen(ask(audio)), await listen(ask(other))];
    await takeDownEpisode(admin, episode, "It is somebody else's.", new Date());
    await noStreamOf(audio);
    expect([await rest(gone), await rest(kept)]).toEqual(["cut off", size]);
  });

  it("ends within five seconds of a takedown of its show", async () => {
    const { admin, show, audio } = await makeAir();
    const gone = await listen(ask(audio));
    await takeDownShow(admin, show, "It is somebody else's.", new Date());
    await noStreamOf(audio);
    expect(await rest(gone)).toBe("cut off");
  });

  it("ends within five seconds of its owner's suspension", async () => {
    const { owner, audio } = await makeAir();
    const gone = await listen(ask(audio));
    await suspendUser(owner.user, "Spam.", new Date());
    await noStreamOf(audio);
    expect(await rest(gone)).toBe("cut off");
  });
});

describe("a guest's stream", () => {
  it("ends within five seconds of its link's revocation, and another guest's goes on", async () => {
    const { episode } = await makeAir();
    const links = [await createPreviewLink(episode, 7, now), await createPreviewLink(episode, 7, now)] as const;
    const [gone, kept] = [await listen(guest(links[0])), await listen(guest(links[1]))];
    await revokePreviewLink(episode, links[0].id, new Date());
    await noStreamOf(links[0]);
    expect([await rest(gone), await rest(kept)]).toEqual(["cut off", size]);
  });

  it("ends within five seconds of a takedown", async () => {
    const { admin, episode } = await makeAir();
    const link = await createPreviewLink(episode, 7, now);
    const gone = await listen(guest(link));
    await takeDownEpisode(admin, episode, "It is somebody else's.", new Date());
    await noStreamOf(link);
    expect(await rest(gone)).toBe("cut off");
  });
});

const now = new Date();

const guest = ({ address }: { address: string }) =>
  call(previewed, { token: address.slice(address.lastIndexOf("/") + 1), file: "audio.mp3" });

async function makeAir() {
  const owner = await makeOwner();
  const [admin, show] = [await makeHouseAdmin(), await makeCompleteShow(owner)];
  const [episode, second] = [await makePublished(owner, show), await makePublished(owner, show, { title: "Other" })];
  const [audio, other] = [await lengthen(present(episode.audio)), await lengthen(present(second.audio))];
  return { owner, admin, show, episode, audio, other };
}

async function lengthen({ id, key }: Media): Promise<Media> {
  await store().write(key, patternBytes(size), size);
  return db().media.update({ where: { id }, data: { bytes: size } });
}

type Listening = { reader: ReadableStreamDefaultReader<Uint8Array>; got: number };

/** Begins to listen, and takes no more for now. */
async function listen(asked: Promise<Response>): Promise<Listening> {
  const reader = present((await asked).body).getReader();
  return { reader, got: (await reader.read()).value?.length ?? 0 };
}

/** How many bytes came in all, or that the stream broke off. */
async function rest({ reader, got }: Listening): Promise<number | "cut off"> {
  try {
    let bytes = got;
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) bytes += piece.value.length;
    return bytes;
  } catch {
    return "cut off";
  }
}

/** Waits until nothing is sent of an episode's audio, or by a guest's link. */
const noStreamOf = ({ id, episodeId }: { id: string; episodeId?: string | null }) =>
  vi.waitFor(() => expect(streamOwners().filter((owner) => owner.includes(episodeId ?? id))).toEqual([]), {
    timeout: WITHIN_MS,
    interval: 20,
  });
