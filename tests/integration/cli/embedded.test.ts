import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { reachPostgres } from "@/lib/platform/embedded/reach";
import { longwave } from "@/tests/support/command-line";
import { throwAwayFolder } from "@/tests/support/folder";

const person = ["--email", "host@example.org"];

it("works on the embedded database while it does not run, and leaves it stopped", async () => {
  const settings = { LONGWAVE_DATA_DIR: throwAwayFolder() };
  const made = await longwave(["user", "create", ...person, "--password", "long enough 1"], settings);
  expect(made).toMatchObject({ code: 0, line: { user: { email: "host@example.org" } } });
  expect(existsSync(join(settings.LONGWAVE_DATA_DIR, "postgres", "running.json"))).toBe(false);
  const token = await longwave(["token", "create", ...person, "--name", "phone"], settings);
  expect(token.line.token).toMatch(/^lw_/);
  expect(await longwave(["doctor"], settings)).toMatchObject({ code: 0, line: { ok: true } });
});

it("works on the embedded database while a server runs it, and leaves it running", async () => {
  const settings = { LONGWAVE_DATA_DIR: throwAwayFolder() };
  const running = await reachPostgres(settings.LONGWAVE_DATA_DIR);
  try {
    const made = await longwave(["user", "create", ...person, "--password", "long enough 1"], settings);
    expect(made.code).toBe(0);
    const again = await longwave(["user", "create", ...person, "--password", "long enough 1"], settings);
    expect(again.line.error?.code).toBe("conflict");
  } finally {
    await running.stop();
  }
});
