import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { inviteToHouse, renewInvitation, revokeInvitation } from "@/lib/accounts/invitation-mutations";
import {
  findHouseInvitation,
  findInvitationByToken,
  findInvitationFor,
  listHouseInvitations,
  listInvitations,
} from "@/lib/accounts/invitations";
import { acceptInvitation, signUpByInvitation } from "@/lib/accounts/joining-mutations";
import { leaveWorkspace } from "@/lib/accounts/member-mutations";
import { findUserByEmail } from "@/lib/accounts/queries";
import { findActorBySession } from "@/lib/accounts/sessions";
import { verifyByLink } from "@/lib/accounts/verification-mutations";
import { db } from "@/lib/platform/db";
import { listShowsFor } from "@/lib/shows/queries";
import { appUrl } from "@/tests/support/app-url";
import { atOnce } from "@/tests/support/crowd";
import { useDatabase } from "@/tests/support/database";
import { invite, tokenIn, workspaceOf } from "@/tests/support/invitations";
import { noMail, useMailbox } from "@/tests/support/mailbox";
import { makeHouseAdmin, makeMember, makeOwner, type Person } from "@/tests/support/people";
import { carryOutMail } from "@/tests/support/queued-mail";
import { makeShow, present } from "@/tests/support/shows";

useDatabase();
const mailbox = useMailbox();
beforeEach(() => db().houseSetting.deleteMany());

const now = new Date();
const later = (days: number) => new Date(now.getTime() + days * 24 * 3600_000);
const moment = { userAgent: null, now };
const password = "ten letters";
const newAddress = () => `${randomUUID()}@example.org`;
const inBrowser = ({ actor }: Person) => ({ ...actor, workspaceId: null, via: "session" as const });
const roleOf = ({ user }: Person, { workspaceId }: Person) =>
  db().membership.findUnique({ where: { userId_workspaceId: { userId: user.id, workspaceId } } });

describe("a link into a workspace", () => {
  it("makes whoever holds it a member with its role, once", async () => {
    const [owner, first, second] = [await makeOwner(), await makeOwner(), await makeOwner()];
    const token = tokenIn((await invite(owner, { role: "admin" })).link);
    expect(await acceptInvitation(inBrowser(first), token, now)).toBe(owner.workspaceId);
    expect(await roleOf(first, owner)).toMatchObject({ role: "admin", limited: false });
    await expect(acceptInvitation(inBrowser(second), token, now)).rejects.toThrow("was used already");
    expect(await roleOf(second, owner)).toBeNull();
  });

  it("lets one of many in who come at once", async () => {
    const owner = await makeOwner();
    const crowd = await Promise.all([1, 2, 3, 4].map(() => makeOwner()));
    const token = tokenIn((await invite(owner)).link);
    const tries = await atOnce(
      "Membership",
      "ACCESS EXCLUSIVE",
      crowd.map(
        (one) => () =>
          acceptInvitation(inBrowser(one), token, now).then(
            () => "in",
            () => "out",
          ),
      ),
    );
    expect((await Promise.all(tries)).sort()).toEqual(["in", "out", "out", "out"]);
    expect(await db().membership.count({ where: { workspaceId: owner.workspaceId } })).toBe(2);
  });

  it("limits a member to the shows that it names", async () => {
    const [owner, guest] = [await makeOwner(), await makeOwner()];
    const [shown] = [await makeShow(owner, { title: "Shown" }), await makeShow(owner, { title: "Kept away" })];
    await acceptInvitation(inBrowser(guest), tokenIn((await invite(owner, { limitedTo: [shown.id] })).link), now);
    const found = await listShowsFor(inBrowser(guest), { after: null, limit: 10 });
    expect(found.map(({ title }) => title)).toEqual(["Shown"]);
  });

  it("names no show of another workspace", async () => {
    const [owner, other] = [await makeOwner(), await makeOwner()];
    const theirs = await makeShow(other);
    await expect(invite(owner, { limitedTo: [theirs.id] })).rejects.toMatchObject({ code: "invalid" });
  });

  it("tells a member that they are there already, and is not used up by it", async () => {
    const owner = await makeOwner();
    const member = await makeMember(owner.workspaceId, "analyst");
    const token = tokenIn((await invite(owner)).link);
    await expect(acceptInvitation(inBrowser(member), token, now)).rejects.toThrow(/are a member of .* already/);
    expect((await findInvitationByToken(token, now))?.state).toBe("open");
    expect(await roleOf(member, owner)).toMatchObject({ role: "analyst" });
  });

  it.each([
    ["revoked", "was taken back"],
    ["expired", "older than seven days"],
    ["void", "may no longer invite"],
  ])("that is %s says so", async (state, words) => {
    const owner = await makeOwner();
    const host = await makeMember(owner.workspaceId, "admin");
    const { invitation, link } = await invite(host);
    if (state === "revoked")
      await revokeInvitation(present(await findInvitationFor(owner.actor, invitation.id, "admin")), now);
    if (state === "void") await leaveWorkspace(await workspaceOf(host, "analyst"), now);
    const at = state === "expired" ? later(8) : now;
    expect((await findInvitationByToken(tokenIn(link), at))?.state).toBe(state);
    await expect(acceptInvitation(inBrowser(await makeOwner()), tokenIn(link), at)).rejects.toThrow(words);
  });

  it("made anew works for another week, and the one before no more", async () => {
    const owner = await makeOwner();
    const { invitation, link: old } = await invite(owner);
    const found = present(await findInvitationFor(owner.actor, invitation.id, "admin"));
    const { link } = await renewInvitation(found, later(6));
    expect(await findInvitationByToken(tokenIn(old), later(6))).toBeNull();
    expect((await findInvitationByToken(tokenIn(link), later(12)))?.state).toBe("open");
    const [waiting] = await listInvitations(await workspaceOf(owner, "admin"), later(12));
    expect(waiting).toMatchObject({ id: invitation.id, state: "open", inviter: owner.user.name });
    expect(JSON.stringify(waiting)).not.toContain(tokenIn(link));
  });

  it("lets nobody in where the plan has no room for another member", async () => {
    const [owner, guest] = [await makeOwner(), await makeOwner()];
    const { link } = await invite(owner);
    await allowMembers(owner, 1);
    await expect(acceptInvitation(inBrowser(guest), tokenIn(link), now)).rejects.toThrow("has room for 1 member");
    await expect(invite(owner)).rejects.toMatchObject({ code: "quota-used-up" });
  });
});

describe("a mailed invitation", () => {
  it("says who invites to what, and is for its address alone", async () => {
    const [owner, invited, other] = [await makeOwner({ name: "Mara" }), await makeOwner(), await makeOwner()];
    const show = await makeShow(owner, { title: "Night Train" });
    const { link } = await invite(owner, { email: invited.user.email, limitedTo: [show.id] });
    expect(link).toBeNull();
    const mail = await theMail();
    expect(mail.subject).toContain("Mara invites you");
    expect(mail.text).toMatch(/as an editor[\s\S]*“Night Train”/);
    const token = tokenIn(mail.text);
    const words = `was mailed to ${invited.user.email} and is for that address alone`;
    await expect(acceptInvitation(inBrowser(other), token, now)).rejects.toThrow(words);
    await acceptInvitation(inBrowser(invited), token, now);
    expect(await roleOf(invited, owner)).toMatchObject({ role: "editor", limited: true });
  });

  it("to somebody new verifies the address at once, and makes them a member", async () => {
    appUrl("https://pod.example.org");
    const [owner, email] = [await makeOwner(), newAddress()];
    await invite(owner, { email });
    const token = tokenIn((await theMail()).text);
    await expect(signUpByInvitation({ token, email: newAddress(), password }, moment)).rejects.toThrow(
      "that address alone",
    );
    const session = present(await signUpByInvitation({ token, email, password }, moment));
    const actor = present(await findActorBySession(session.id, now));
    expect((await findUserByEmail(email))?.emailVerifiedAt).toEqual(now);
    expect(await db().membership.count({ where: { userId: actor.user.id, workspaceId: owner.workspaceId } })).toBe(1);
    await expect(signUpByInvitation({ token, email, password }, moment)).rejects.toThrow("was used already");
  });

  it("goes to an address once, and to no member", async () => {
    const [owner, email] = [await makeOwner(), newAddress()];
    const member = await makeMember(owner.workspaceId, "analyst");
    await invite(owner, { email });
    await expect(invite(owner, { email })).rejects.toThrow("is invited already");
    await expect(invite(owner, { email: member.user.email })).rejects.toThrow("is a member already");
  });

  it("that was revoked before the mail was written is not mailed", async () => {
    const [owner, email] = [await makeOwner(), newAddress()];
    const { invitation } = await invite(owner, { email });
    await revokeInvitation(present(await findInvitationFor(owner.actor, invitation.id, "admin")), now);
    await carryOutMail(now);
    expect(JSON.stringify(mailbox)).not.toContain(email);
  });
});

describe("somebody new with a link", () => {
  it("makes an account where sign-up is by invitation, and verifies the address first", async () => {
    appUrl("https://pod.example.org");
    const [owner, email] = [await makeOwner(), newAddress()];
    const token = tokenIn((await invite(owner)).link);
    expect(await signUpByInvitation({ token, email, password }, moment)).toBeNull();
    const session = await verifyByLink(tokenIn((await theMail()).text), moment);
    expect(present(session)).toBeTruthy();
    const user = present(await findUserByEmail(email));
    expect(await db().membership.count({ where: { userId: user.id, workspaceId: owner.workspaceId } })).toBe(1);
  });

  it("gets the same answer for an address that has an account, whose owner alone is told", async () => {
    const [owner, known] = [await makeOwner(), await makeOwner()];
    const token = tokenIn((await invite(owner)).link);
    expect(await signUpByInvitation({ token, email: known.user.email, password: "another one" }, moment)).toBeNull();
    expect((await theMail()).subject).toBe("You have an account at Longwave");
    expect(await roleOf(known, owner)).toBeNull();
  });

  it("is signed in at once where no mail leaves the house", async () => {
    noMail();
    const owner = await makeOwner();
    const token = tokenIn((await invite(owner)).link);
    await expect(signUpByInvitation({ token, email: owner.user.email, password }, moment)).rejects.toThrow("sign in");
    expect(await signUpByInvitation({ token, email: newAddress(), password }, moment)).toMatchObject({ endedAt: null });
  });

  it("is let into a closed house only by its admin", async () => {
    await db().houseSetting.create({ data: { name: "sign-up", value: "closed" } });
    const [owner, admin, email] = [await makeOwner(), await makeHouseAdmin(), newAddress()];
    const token = tokenIn((await invite(owner)).link);
    await expect(signUpByInvitation({ token, email, password }, moment)).rejects.toThrow("Sign-up is closed here");
    await inviteToHouse(admin, email, now);
    expect(
      await signUpByInvitation({ token: tokenIn((await theMail()).text), email, password }, moment),
    ).not.toBeNull();
  });
});

describe("an invitation into the house", () => {
  it("is listed, made anew and revoked by its admins", async () => {
    const admin = await makeHouseAdmin();
    const { invitation } = await inviteToHouse(admin, null, now);
    const { link } = await renewInvitation(present(await findHouseInvitation(admin, invitation.id)), now);
    expect((await listHouseInvitations(admin, now)).map(({ id }) => id)).toContain(invitation.id);
    await revokeInvitation(present(await findHouseInvitation(admin, invitation.id)), now);
    expect(await findHouseInvitation(admin, invitation.id)).toBeNull();
    expect((await findInvitationByToken(tokenIn(link), now))?.state).toBe("revoked");
  });

  it("has nothing for those who are here", async () => {
    const [admin, person] = [await makeHouseAdmin(), await makeOwner()];
    const { link } = await inviteToHouse(admin, null, now);
    await expect(acceptInvitation(inBrowser(person), tokenIn(link), now)).rejects.toThrow("have an account here");
    await expect(inviteToHouse(admin, person.user.email, now)).rejects.toMatchObject({ code: "conflict" });
  });
});

async function theMail() {
  mailbox.splice(0);
  await carryOutMail(now);
  return present(mailbox[0] ?? null);
}

const allowMembers = ({ workspaceId }: Person, maxMembers: number) =>
  db().workspace.update({
    where: { id: workspaceId },
    data: { plan: { create: { name: randomUUID(), maxBytes: 10n ** 9n, maxFileBytes: 10n ** 9n, maxMembers } } },
  });
