import { signed } from "@/lib/accounts/actor";
// The memory that 1 GB of upload takes: node --import ./scripts/alias.mjs scripts/bench/upload-memory.ts
import { attachArrived } from "@/lib/episodes/arrival";
import { inspectMedia } from "@/lib/media/inspection";
import { completeUpload, createUpload } from "@/lib/media/mutations";
import { receivePart } from "@/lib/media/part-mutations";
import { planParts } from "@/lib/media/parts";
import { findMediaFor, findUploadFor } from "@/lib/media/queries";
import { onThrowAwayGround, type Show } from "./ground";

const SIZE = 417 * 2_574_000;
const MIB = 2 ** 20;

await onThrowAwayGround(async (show) => {
  const memory = watchMemory();
  const { id, state } = await carry(show, memory.note);
  memory.note(`the asset ${id} is ${state}`);
  memory.end();
});

async function carry(show: Show, note: (what: string) => void) {
  const made = await createUpload(show, { filename: "long.mp3", size: SIZE, type: "audio/mpeg" });
  const find = async () => {
    const upload = await findUploadFor(show.by, made.id, "editor");
    if (!upload) throw new Error("The upload is not there.");
    return upload;
  };
  note("before the first byte");
  for (const { number, offset, size } of planParts(SIZE, made.partSize)) {
    const body = frames(offset, size);
    await receivePart(await find(), number, { body, length: size, promised: null }, new Date());
    if (number % 32 === 0) note(`${Math.round((offset + size) / MIB)} MiB received`);
  }
  const upload = await find();
  const { id } = await completeUpload(upload, signed(upload), null, new Date(), attachArrived);
  note("complete");
  await inspectMedia(id, new AbortController().signal, new Date(), attachArrived);
  const media = await findMediaFor(show.by, id, "analyst");
  if (!media) throw new Error("The asset is not there.");
  return media;
}

/** `size` bytes of silent MP3 from `offset` on, in chunks of 64 KiB as a socket gives them. */
async function* frames(offset: number, size: number): AsyncGenerator<Uint8Array> {
  const frame = Buffer.alloc(417);
  frame.set([0xff, 0xfb, 0x90, 0x00]);
  const run = Buffer.alloc(417 * 400, frame);
  for (let at = 0; at < size; at += 65_536) {
    const start = (offset + at) % 417;
    yield Buffer.from(run.subarray(start, start + Math.min(65_536, size - at)));
  }
}

/** Looks every 50 ms; `note` says the highest since the last note. */
function watchMemory() {
  let highest = 0;
  const look = () => {
    highest = Math.max(highest, process.memoryUsage.rss());
  };
  const timer = setInterval(look, 50);
  const note = (what: string) => {
    look();
    console.log(`${String(Math.round(highest / MIB)).padStart(5)} MiB at most: ${what}`);
    highest = 0;
  };
  return { note, end: () => clearInterval(timer) };
}
