import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";

/** As Next prints a bug of a page; the error is Prisma's, which repeats what somebody typed. */
const program = `
  import { logConsole } from "@/lib/platform/console-log";
  import { asRequest } from "@/lib/platform/request-id";
  logConsole();
  const error = Object.assign(new Error("Invalid query:\\n{ email: \\"ada@example.org\\" }\\n\\nIt is out of range."), { digest: "4711" });
  await asRequest("the-request", async () => {
    await null;
    console.error(" ⨯", error);
  });
  console.warn("%s is old", "Something");
`;

it("what is printed as an error is a line of the log, with the request's id and without what was typed", async () => {
  const { stdout, stderr } = await run(program);
  const [bug, warning] = stderr
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(bug).toMatchObject({
    level: 50,
    id: "the-request",
    digest: "4711",
    err: { message: "It is out of range.", stack: expect.stringMatching(/^ +at /) },
  });
  expect(warning).toMatchObject({ level: 40, msg: "Something is old" });
  expect(stdout + stderr).not.toContain("ada@");
});

const run = (code: string) =>
  promisify(execFile)(process.execPath, ["--import", "./scripts/alias.mjs", "--input-type=module", "-e", code], {
    env: { NODE_ENV: "production", LOG_LEVEL: "info" },
  });
