import { statfs } from "node:fs/promises";

/** In bytes: what is free for us, and the whole. */
export type DiskRoom = { free: number; size: number };

/** How much room the disk has that the folder is on. */
export async function diskRoom(folder: string): Promise<DiskRoom> {
  const { bavail, blocks, bsize } = await statfs(folder);
  return { free: bavail * bsize, size: blocks * bsize };
}
