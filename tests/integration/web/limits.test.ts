import { randomUUID } from "node:crypto";
import { expect, it, onTestFinished } from "vitest";
import { closeDatabase, databaseUrl, db, provideDatabaseUrl } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { countCode, countMail, withPasswordLimit } from "@/lib/web/limits";
import { problem } from "@/lib/web/problems";
import { signInWithin } from "@/lib/web/sign-in";
import { useDatabase } from "@/tests/support/database";
import { makeOwner } from "@/tests/support/people";

useDatabase();

const now = new Date();
let hosts = 0;
/** A browser at an address that no other test has. */
const browser = () => {
  hosts += 1;
  return { address: `203.0.113.${hosts}`, userAgent: null };
};
const account = () => `${randomUUID()}@example.org`;

it("the eleventh wrong password is refused with Retry-After, right or wrong, and for unknown addresses alike", async () => {
  const { user } = await makeOwner();
  for (const email of [user.email, account()]) {
    const caller = browser();
    await times(10, async () => {
      expect(await outcome(() => signInWithin({ email, password: "wrong" }, caller, now))).toBe("unauthenticated");
    });
    const refused = await signInWithin({ email, password: "ten letters" }, caller, now).catch(problem);
    expect(refused).toMatchObject({ status: 429 });
    expect(Number((refused as Response).headers.get("retry-after"))).toBeGreaterThan(600);
  }
});

it("somebody else's wrong passwords do not keep the owner out, and right ones are not counted", async () => {
  const { user } = await makeOwner();
  const [stranger, owner] = [browser(), browser()];
  await times(12, () => outcome(() => signInWithin({ email: user.email, password: "wrong" }, stranger, now)));
  await times(12, async () => {
    expect(await signInWithin({ email: user.email, password: "ten letters" }, owner, now)).not.toBeNull();
  });
});

it("an address is stopped whichever accounts it tries, an IPv6 one with its whole /64", async () => {
  const from = (end: number) => ({ address: `2001:db8:0:7::${end.toString(16)}`, userAgent: null });
  await times(60, (one) => outcome(() => withPasswordLimit(from(one), account(), refuse)));
  expect(await outcome(() => withPasswordLimit(from(999), account(), refuse))).toBe("too-many");
  const neighbour = { address: "2001:db8:0:8::1", userAgent: null };
  expect(await outcome(() => withPasswordLimit(neighbour, account(), refuse))).toBe("unauthenticated");
});

it("an account is stopped wherever the tries come from", async () => {
  const email = account();
  await times(10, () => countMail(browser(), email));
  expect(await outcome(() => countMail(browser(), email))).toBe("too-many");
});

it("codes are counted apart from mails", async () => {
  const [caller, email] = [browser(), account()];
  await times(5, () => countMail(caller, email));
  expect(await outcome(() => countMail(caller, email))).toBe("too-many");
  expect(await outcome(() => countCode(caller, email))).toBe("done");
});

it("no address and no account stands in the table", async () => {
  const caller = { address: "198.51.100.77", userAgent: null };
  await countMail(caller, "somebody@example.org");
  const rows = JSON.stringify((await db().rateLimit.findMany()).map(({ key }) => key));
  for (const hidden of ["198.51", "somebody"]) expect(rows).not.toContain(hidden);
});

it("tries are limited while the database is away, too", async () => {
  const before = databaseUrl();
  await closeDatabase();
  provideDatabaseUrl("postgresql://nobody@127.0.0.1:1/nowhere");
  onTestFinished(async () => {
    await closeDatabase();
    provideDatabaseUrl(before);
  });
  const [caller, email] = [browser(), account()];
  await times(10, async () => {
    expect(await outcome(() => withPasswordLimit(caller, email, refuse))).toBe("unauthenticated");
  });
  expect(await outcome(() => withPasswordLimit(caller, email, refuse))).toBe("too-many");
});

async function refuse(): Promise<never> {
  throw new DomainError("unauthenticated", "No.");
}

async function times(count: number, work: (one: number) => Promise<unknown>): Promise<void> {
  for (let one = 1; one <= count; one += 1) await work(one);
}

const outcome = (work: () => Promise<unknown>): Promise<string> =>
  work().then(
    () => "done",
    (error) => (error instanceof DomainError ? error.code : String(error)),
  );
