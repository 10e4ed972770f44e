import { describe, expect, it } from "vitest";
import { offerTotp } from "@/lib/accounts/factors";
import { announce, changeHouse, changeSignUpMode, takeBackAnnouncement } from "@/lib/accounts/house-mutations";
import { currentAnnouncement, houseName, houseSettings, readHouse, stampOf } from "@/lib/accounts/house-settings";
import { testMail } from "@/lib/accounts/mail-test-mutations";
import { offerRegistration } from "@/lib/accounts/passkeys";
import { listOutbox } from "@/lib/house/outbox";
import { db } from "@/lib/platform/db";
import { settings } from "@/lib/platform/env";
import { useDatabase } from "@/tests/support/database";
import { invite } from "@/tests/support/invitations";
import { noMail, useMailbox } from "@/tests/support/mailbox";
import { makeHouseAdmin, makeOwner } from "@/tests/support/people";
import { carryOutMail } from "@/tests/support/queued-mail";

useDatabase();
const received = useMailbox();
const now = new Date();

async function seenHouse() {
  const { name, contact, terms, announcement, mode } = await readHouse();
  return { house: stampOf({ name, contact, terms }), announcement: stampOf({ announcement }), mode };
}

describe("the house", () => {
  it("is called Longwave until it is named, and again when the name is taken off", async () => {
    const admin = await makeHouseAdmin();
    expect(await houseName()).toBe("Longwave");
    const named = { name: "Night Radio", contact: "desk@example.org", terms: null };
    await changeHouse(admin, { seen: (await seenHouse()).house, ...named });
    expect(await houseName()).toBe("Night Radio");
    expect(await houseSettings()).toMatchObject(named);
    const event = await db().auditEvent.findFirst({ where: { act: "changeHouse" }, orderBy: { id: "desc" } });
    expect(event?.difference).toEqual({ name: [null, "Night Radio"], contact: "changed" });
    await changeHouse(admin, { seen: (await seenHouse()).house, name: null, contact: null, terms: null });
    expect(await houseName()).toBe("Longwave");
  });

  it("says its name where it invites, and where apps and devices keep an account", async () => {
    const admin = await makeHouseAdmin();
    const [owner, guest] = [await makeOwner({ name: "Mara" }), "guest@example.org"];
    await changeHouse(admin, { seen: (await seenHouse()).house, name: "Night Radio", contact: null, terms: null });
    await invite(owner, { email: guest });
    await carryOutMail(now);
    expect(received).toMatchObject([{ subject: expect.stringMatching(/^Mara invites you to “.*” at Night Radio$/) }]);
    expect(received[0]?.from?.value).toMatchObject([{ name: "Night Radio" }]);
    expect(await offerTotp(owner.actor)).toMatchObject({ address: expect.stringContaining("issuer=Night%20Radio") });
    expect(await offerRegistration(owner.actor, now)).toMatchObject({ rp: { name: "Night Radio" } });
    await changeHouse(admin, { seen: (await seenHouse()).house, name: null, contact: null, terms: null });
  });

  it("tells the later of two admins who save, and keeps what the first wrote", async () => {
    const [admin, other] = [await makeHouseAdmin(), await makeHouseAdmin()];
    const { house, announcement, mode } = await seenHouse();
    await changeHouse(admin, { seen: house, name: "First", contact: null, terms: null });
    const second = changeHouse(other, { seen: house, name: "Second", contact: null, terms: null });
    await expect(second).rejects.toMatchObject({ code: "stale" });
    expect(await houseName()).toBe("First");
    await announce(admin, { seen: announcement, text: "One", until: null }, now);
    const late = announce(other, { seen: announcement, text: "Two", until: null }, now);
    await expect(late).rejects.toMatchObject({ code: "stale" });
    await changeSignUpMode(admin, { seen: mode, mode: "closed" });
    const open = changeSignUpMode(other, { seen: mode === "closed" ? "open" : mode, mode: "open" });
    await expect(open).rejects.toMatchObject({ code: "stale" });
  });

  it("says its announcement until its time is over, or it is taken back", async () => {
    const admin = await makeHouseAdmin();
    const until = new Date(now.getTime() + 60_000);
    await announce(admin, { seen: (await seenHouse()).announcement, text: "We move on Sunday.", until }, now);
    expect(await currentAnnouncement(now)).toMatchObject({ text: "We move on Sunday." });
    expect(await currentAnnouncement(until)).toBeNull();
    await takeBackAnnouncement(admin, (await seenHouse()).announcement);
    expect(await currentAnnouncement(now)).toBeNull();
    const past = announce(admin, { seen: (await seenHouse()).announcement, text: "Late", until: now }, now);
    await expect(past).rejects.toMatchObject({ code: "invalid", facts: { fields: { until: expect.any(String) } } });
  });
});

describe("the mail test", () => {
  it("sends a mail, and says what the server answered", async () => {
    const admin = await makeHouseAdmin();
    expect(await testMail(admin)).toMatchObject({ kind: "sent", answer: expect.stringMatching(/^250/) });
    expect(received.map(({ subject }) => subject)).toEqual(["A test of the mail"]);
  });

  it("says that the mail is in the outbox where none leaves", async () => {
    noMail();
    const admin = await makeHouseAdmin();
    expect(await testMail(admin)).toEqual({ kind: "kept" });
    const { lines } = await listOutbox(admin, { search: admin.user.email.toUpperCase(), page: 1 });
    expect(lines).toMatchObject([{ to: admin.user.email, subject: "A test of the mail" }]);
    expect((await listOutbox(admin, { search: "%", page: 1 })).lines).toEqual([]);
  });

  it("says in words why nothing was sent, and never with whose password", async () => {
    const here = settings();
    const before = here.smtpUrl;
    here.smtpUrl = "smtp://ada:hunter2@127.0.0.1:9";
    const outcome = await testMail(await makeHouseAdmin()).finally(() => (here.smtpUrl = before));
    expect(outcome).toMatchObject({
      kind: "failed",
      server: "127.0.0.1:9",
      why: expect.stringMatching(/^Nobody answers/),
    });
    expect(JSON.stringify(outcome)).not.toContain("hunter2");
  });
});
