import { randomUUID } from "node:crypto";
import { hash } from "@node-rs/argon2";
import { describe, expect, it } from "vitest";
import { suspendUser } from "@/lib/accounts/mutations";
import { changePassword, requestPasswordReset, resetPassword } from "@/lib/accounts/password-mutations";
import { findUserByEmail } from "@/lib/accounts/queries";
import { signOut, signOutEverywhere } from "@/lib/accounts/session-mutations";
import { findActorBySession, findSuspendedBySession, listSessions } from "@/lib/accounts/sessions";
import { signIn, signUp } from "@/lib/accounts/sign-in-mutations";
import { mailVerificationAgain, verifyByCode, verifyByLink } from "@/lib/accounts/verification-mutations";
import { db } from "@/lib/platform/db";
import { appUrl } from "@/tests/support/app-url";
import { useDatabase } from "@/tests/support/database";
import { sessionOf } from "@/tests/support/entrances";
import { noMail, useMailbox } from "@/tests/support/mailbox";
import { makeOwner } from "@/tests/support/people";
import { carryOutMail } from "@/tests/support/queued-mail";
import { present } from "@/tests/support/shows";

useDatabase();
const mailbox = useMailbox();

const now = new Date("2026-05-01T12:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const moment = { userAgent: "a browser", now };
const password = "correct horse";
const someone = () => ({ email: `${randomUUID()}@example.org`, password });

describe("signing up", () => {
  it("mails a code and a link, and either verifies the address and signs in", async () => {
    for (const verify of [byCode, byLink]) {
      const { email } = await newcomer();
      const session = sessionOf(await verify(email, await theMail()));
      const actor = present(await findActorBySession(session.id, now));
      expect(actor.user.email).toBe(email);
      expect((await findUserByEmail(email))?.emailVerifiedAt).toEqual(now);
    }
  });

  it("answers the same for an address that has an account, whose owner alone is told", async () => {
    const known = await newcomer();
    mailbox.splice(0);
    expect(await signUp({ ...known, password: "another horse" }, moment)).toBeNull();
    expect((await theMail()).subject).toBe("You have an account at Longwave");
    await expect(signIn({ ...known, password: "another horse" }, moment)).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });

  it("signs in at once where no mail leaves the house", async () => {
    noMail();
    const input = someone();
    const session = present(await signUp(input, moment));
    expect((await findActorBySession(session.id, now))?.user.email).toBe(input.email);
    await expect(signUp(input, moment)).rejects.toMatchObject({ code: "conflict" });
  });

  it.each([
    ["https://pod.example.org", null, false],
    ["https://pod.example.org", "invitation", false],
    ["https://pod.example.org", "open", true],
    ["http://127.0.0.1:3000", null, true],
    ["http://localhost:3000", "closed", false],
  ])("at %s, when the house admin says %s, is open: %s", async (url, said, open) => {
    appUrl(url);
    await db().houseSetting.deleteMany();
    if (said) await db().houseSetting.create({ data: { name: "sign-up", value: said } });
    const outcome = signUp(someone(), moment);
    if (open) await expect(outcome).resolves.toBeNull();
    else await expect(outcome).rejects.toThrow(/(Sign-up is closed|An account begins with an invitation) here\./);
    await db().houseSetting.deleteMany();
  });
});

describe("a verification", () => {
  it("by code stops after five wrong ones, even with the right one", async () => {
    const { email } = await newcomer();
    const code = codeIn(await theMail());
    const wrong = code === "000000" ? "000001" : "000000";
    for (let tries = 0; tries < 5; tries += 1) await refused(verifyByCode({ email, code: wrong }, moment));
    await refused(verifyByCode({ email, code }, moment));
  });

  it("works once, for a day, and an unknown address is told the same", async () => {
    const { email } = await newcomer();
    const [mail] = [await theMail()];
    await refused(verifyByLink(tokenIn(mail), { ...moment, now: later(24 * 60) }));
    await byLink(email, mail);
    await refused(verifyByLink(tokenIn(mail), moment));
    await refused(verifyByCode({ email: "nobody@example.org", code: "123456" }, moment));
  });

  it("can be asked for again, and is asked for by a sign-in before it", async () => {
    const input = await newcomer();
    await theMail();
    await mailVerificationAgain(input.email);
    await carryOutMail(later(1));
    expect(await signIn(input, moment)).toEqual({ to: "verification", email: input.email });
    await carryOutMail(later(2));
    expect(mailbox).toHaveLength(3);
    await byCode(input.email, present(mailbox.at(-1) ?? null));
    expect((await signIn(input, moment)).to).toBe("house");
    await mailVerificationAgain(input.email);
    await carryOutMail(later(3));
    expect(mailbox).toHaveLength(3);
  });
});

describe("signing in", () => {
  it("says the same of a wrong password and of an unknown address", async () => {
    const { user } = await makeOwner();
    const words = [user.email, "nobody@example.org"].map((email) =>
      signIn({ email, password: "wrong" }, moment).catch(({ code, message }) => ({ code, message })),
    );
    const [known, unknown] = await Promise.all(words);
    expect(known).toMatchObject({ code: "unauthenticated" });
    expect(unknown).toEqual(known);
  });

  it("leads a suspended user to the page that says why, and nowhere else, with the right password alone", async () => {
    const { user } = await makeOwner();
    await suspendUser(user, "Spam.", now);
    const entrance = await signIn({ email: user.email, password: "ten letters" }, moment);
    if (entrance.to !== "suspension") throw new Error(`It led to the ${entrance.to}.`);
    expect(await findActorBySession(entrance.session.id, now)).toBeNull();
    expect(await findSuspendedBySession(entrance.session.id, now)).toMatchObject({ reason: "Spam.", since: now });
    await expect(signIn({ email: user.email, password: "wrong" }, moment)).rejects.toThrow("do not belong together");
  });

  it("brings a hash of older parameters up to today's", async () => {
    const { user } = await makeOwner();
    const passwordHash = await hash(password, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    await db().user.update({ where: { id: user.id }, data: { passwordHash } });
    await signIn({ email: user.email, password }, moment);
    expect((await findUserByEmail(user.email))?.passwordHash).toMatch(/m=19456,t=2,p=1/);
    expect((await signIn({ email: user.email, password }, moment)).to).toBe("house");
  });
});

describe("a forgotten password", () => {
  it("is replaced by a mailed link, once, and every session ends", async () => {
    const { user, session } = await signedIn();
    const token = await resetToken(user.email);
    await resetPassword({ token, password: "a new password" }, now);
    expect(await findActorBySession(session.id, now)).toBeNull();
    expect((await signIn({ email: user.email, password: "a new password" }, moment)).to).toBe("house");
    await refused(resetPassword({ token, password: "a third password" }, now));
  });

  it("has a link that is good for an hour, and for one of two who use it at once", async () => {
    const { user } = await makeOwner();
    const token = await resetToken(user.email);
    await refused(resetPassword({ token, password }, later(60)));
    const both = await Promise.allSettled([1, 2].map(() => resetPassword({ token, password }, later(59))));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("has a mail in text and HTML whose links lead to this house, whatever a Host header said", async () => {
    const { user } = await makeOwner();
    await resetToken(user.email);
    const [mail] = mailbox;
    for (const form of [mail?.text, mail?.html])
      expect(String(form)).toContain("http://localhost:3000/reset?token=lwm_");
  });

  it("of an address that nobody has sends nothing", async () => {
    await requestPasswordReset("nobody@example.org");
    expect(await carryOutMail(now)).toBe(1);
    expect(mailbox).toEqual([]);
  });

  it("leaves its mail in the outbox where none leaves the house", async () => {
    noMail();
    const { user } = await makeOwner();
    await requestPasswordReset(user.email);
    await carryOutMail(now);
    const [mail] = await db().outboxMail.findMany({ where: { to: user.email } });
    expect(mail?.text).toContain("/reset?token=lwm_");
  });

  it("leaves no secret in the queue, in the audit or beside its hash", async () => {
    const { user } = await makeOwner();
    await requestPasswordReset(user.email);
    const queued = JSON.stringify(await db().$queryRaw`SELECT data FROM pgboss.job`);
    await carryOutMail(now);
    const kept = [await db().mailedSecret.findMany(), await db().auditEvent.findMany()];
    expect(queued + JSON.stringify(kept)).not.toContain(tokenIn(present(mailbox[0] ?? null)));
  });
});

describe("a password", () => {
  it("is changed by the present one, and all other sessions end", async () => {
    const { user, session } = await signedIn();
    const other = sessionOf(await signIn({ email: user.email, password: "ten letters" }, moment));
    const actor = present(await findActorBySession(session.id, now));
    await expect(changePassword(actor, { current: "wrong", password }, session.id, now)).rejects.toMatchObject({
      facts: { fields: { current: expect.any(String) } },
    });
    await changePassword(actor, { current: "ten letters", password }, session.id, now);
    expect(await findActorBySession(session.id, now)).not.toBeNull();
    expect(await findActorBySession(other.id, now)).toBeNull();
  });
});

describe("sessions", () => {
  it("are listed for their user with the browser's own name, and one or all are ended", async () => {
    const { user, actor, session } = await signedIn();
    const other = sessionOf(
      await signIn({ email: user.email, password: "ten letters" }, { userAgent: "a phone", now }),
    );
    expect((await listSessions(actor, now)).map(({ userAgent }) => userAgent).sort()).toEqual(["a browser", "a phone"]);
    await signOut(actor, other.id, now);
    expect((await listSessions(actor, now)).map(({ id }) => id)).toEqual([session.id]);
    await signOutEverywhere(actor, now);
    expect(await listSessions(actor, now)).toEqual([]);
  });

  it("of others cannot be ended", async () => {
    const [one, other] = [await signedIn(), await signedIn()];
    expect(await signOut(one.actor, other.session.id, now)).toBe(false);
    expect(await findActorBySession(other.session.id, now)).not.toBeNull();
  });
});

async function newcomer() {
  const input = someone();
  expect(await signUp(input, moment)).toBeNull();
  return input;
}

async function signedIn() {
  const { user } = await makeOwner();
  const session = sessionOf(await signIn({ email: user.email, password: "ten letters" }, moment));
  return { user, session, actor: present(await findActorBySession(session.id, now)) };
}

async function theMail() {
  await carryOutMail(now);
  return present(mailbox.at(-1) ?? null);
}

async function resetToken(email: string): Promise<string> {
  await requestPasswordReset(email);
  return tokenIn(await theMail());
}

type Mail = Awaited<ReturnType<typeof theMail>>;
const byCode = (email: string, mail: Mail) => verifyByCode({ email, code: codeIn(mail) }, moment);
const byLink = (_: string, mail: Mail) => verifyByLink(tokenIn(mail), moment);
const codeIn = ({ text }: Mail): string => /\b\d{6}\b/.exec(text ?? "")?.[0] ?? "no code";
const tokenIn = ({ text }: Mail): string => /token=(lwm_[\w-]{43})/.exec(text ?? "")?.[1] ?? "no token";
const refused = (work: Promise<unknown>) => expect(work).rejects.toMatchObject({ code: "invalid" });
