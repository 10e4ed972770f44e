import { expect, it } from "vitest";
import { db } from "@/lib/platform/db";
import { plainError } from "@/lib/platform/plain-error";
import { useDatabase } from "@/tests/support/database";

useDatabase();

const secret = "ada@example.org";

/** Each fails with this e-mail address in it. */
const failures: [what: string, why: RegExp, query: () => Promise<unknown>][] = [
  [
    "that makes no sense",
    /`id`: Invalid value/,
    () => db().user.findMany({ where: { email: secret, id: 5 as never } }),
  ],
  ["out of range", /out of range/, () => db().show.findMany({ where: { ownerEmail: secret, version: 2 ** 31 } })],
  ["for a row that is not there", /not found/, () => db().user.update({ where: { email: secret }, data: {} })],
  ["against a unique index", /Unique constraint/, makeTwice],
];

it.each(failures)("the log says what is wrong with a query %s, without its values", async (_, why, query) => {
  const error = await query().then(
    () => expect.fail("was carried out"),
    (thrown: unknown) => thrown,
  );
  expect(plainError(error)).toMatchObject({
    message: expect.stringMatching(why),
    stack: expect.stringMatching(/^ +at /),
  });
  expect(JSON.stringify(plainError(error))).not.toContain(secret);
});

it("the log does not repeat whom a mail server refuses", () => {
  const error = new Error(`Can't send mail - all recipients were rejected: 550 5.1.1 <${secret}>: unknown`);
  expect(plainError(error)).toMatchObject({
    message: "Can't send mail - all recipients were rejected: 550 5.1.1 <[address]>: unknown",
  });
});

it("the log tells the cause of an error too", () => {
  const error = new Error("The store is away.", { cause: new Error("no route") });
  expect(plainError(error)).toMatchObject({ message: "The store is away.", cause: { message: "no route" } });
});

async function makeTwice() {
  const data = { email: secret, name: "Ada", passwordHash: "x" };
  await db().user.create({ data });
  await db().user.create({ data });
}
