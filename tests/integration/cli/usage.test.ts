import { describe, expect, it } from "vitest";
import { UsageError } from "@/scripts/longwave/command";
import { findCommand } from "@/scripts/longwave/commands";
import { longwave, runForOneLine } from "@/tests/support/command-line";
import { throwAwayFolder } from "@/tests/support/folder";

const misuses: [args: string[], says: RegExp][] = [
  [[], /Say what to do/],
  [["paint"], /There is no command “paint”/],
  [["user", "paint"], /There is no command “user paint”/],
  [["user", "create"], /--email is required[\s\S]*--password is required/],
  [["user", "create", "--email", "nobody", "--password", "long enough 1"], /--email is not an e-mail address/],
  [["user", "create", "--email", "a@example.org", "--password", "short"], /--password must have at least 10/],
  [["user", "create", "--mail", "a@example.org"], /--mail/],
  [["user", "suspend", "a@example.org"], /a@example\.org/],
  [["token", "create", "--email", "a@example.org", "--name", "  "], /--name must say/],
  [["doctor", "now"], /now/],
  [["check", "delivery"], /Name the address of a file/],
  [["check", "delivery", "episode.mp3"], /“episode\.mp3” is no web address/],
  [["check", "delivery", "ftp://example.org/a.mp3"], /begins with http/],
  [["check", "delivery", "http://a.example/", "http://b.example/"], /one address only/],
  [["check", "feed", "http://a.example/"], /There is no command “check feed”/],
  [["backup"], /Name a folder/],
  [["restore", "one", "two"], /Name one folder only/],
];

describe("longwave called wrongly", () => {
  it.each(misuses)("as %j says what is wrong", async (args, says) => {
    const run = async () => {
      const { command, rest } = findCommand(args);
      return command.run(rest);
    };
    const error = await run().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toMatchObject({ message: expect.stringMatching(says) });
  });

  it.each([[], ["user", "paint"], ["check", "delivery"]])("as “%s %s” says how it is called", async (...args) => {
    const { code, line, words } = await longwave(args, { LONGWAVE_DATA_DIR: throwAwayFolder() });
    expect([code, line.error?.code]).toEqual([2, "usage"]);
    expect(words).toContain(line.error?.message);
    expect(words).toContain("npm run -s longwave -- ");
  });
});

it("longwave --help lists all commands", async () => {
  const { code, line, words } = await longwave(["--help"], {});
  expect(code).toBe(0);
  for (const name of [
    "user create",
    "user suspend",
    "user restore",
    "token create",
    "doctor",
    "check delivery",
    "backup",
    "restore",
  ])
    expect([line.usage, words].every((text) => String(text).includes(`longwave -- ${name}`))).toBe(true);
});

it.each([["--audio"], ["--audio", "/no/such/folder"], ["--sound"], ["folder"]])(
  "demo called as %s %s says how it is called",
  async (...args) => {
    const { code, line, words } = await runForOneLine("scripts/demo.ts", args, {});
    expect([code, line.error?.code]).toEqual([2, "usage"]);
    expect(words).toContain("npm run -s demo -- [--audio FOLDER]");
  },
);
