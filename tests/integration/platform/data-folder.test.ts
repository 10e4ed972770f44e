import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FolderInUse, holdDataFolder, isFolderHeld } from "@/lib/platform/data-folder";
import { startChild } from "@/tests/support/child";
import { throwAwayFolder } from "@/tests/support/folder";

test("a folder held by a live process is refused by name; once that process is killed -9 it is free", async () => {
  const folder = throwAwayFolder();
  const holder = startChild("tests/support/hold-folder.ts", {}, [folder]);
  await holder.said(/held/);
  await expect(holdDataFolder(folder)).rejects.toThrow(FolderInUse);
  await expect(holdDataFolder(folder)).rejects.toThrow(folder);
  holder.process.kill("SIGKILL");
  await holder.ended();
  const held = await holdDataFolder(folder);
  expect(await isFolderHeld(folder)).toBe(true);
  await held.release();
  expect(await isFolderHeld(folder)).toBe(false);
});

test("of ten who take over what a killed process left, one gets it", async () => {
  const folder = throwAwayFolder();
  const holder = startChild("tests/support/hold-folder.ts", {}, [folder]);
  await holder.said(/held/);
  holder.process.kill("SIGKILL");
  await holder.ended();
  const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => holdDataFolder(folder)));
  const held = outcomes.filter((outcome) => outcome.status === "fulfilled");
  expect(held).toHaveLength(1);
  await held[0]?.value.release();
});

test("a path too long for a socket is held all the same", async () => {
  const folder = join(throwAwayFolder(), "long".repeat(30));
  const held = await holdDataFolder(folder);
  await expect(holdDataFolder(folder)).rejects.toThrow(FolderInUse);
  await held.release();
});

test("a folder that cannot be made is a sentence that names it and the setting", async () => {
  const file = join(throwAwayFolder(), "file");
  writeFileSync(file, "");
  await expect(holdDataFolder(join(file, "data"))).rejects.toThrow(
    /data folder .*file\/data cannot be written .*LONGWAVE_DATA_DIR/,
  );
});

test("a folder that exists is left as it is", async () => {
  const folder = throwAwayFolder();
  mkdirSync(join(folder, "objects"));
  await (await holdDataFolder(folder)).release();
  expect(existsSync(join(folder, "objects"))).toBe(true);
});
