import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/accounts/actor";
import { suspendUser } from "@/lib/accounts/mutations";
import { addPasskey, removePasskey, signInByPasskey } from "@/lib/accounts/passkey-mutations";
import { findOwnPasskey, listPasskeys } from "@/lib/accounts/passkeys";
import { passkeysWork } from "@/lib/accounts/relying-party";
import { findActorBySession } from "@/lib/accounts/sessions";
import { appUrl } from "@/tests/support/app-url";
import { useDatabase } from "@/tests/support/database";
import { sessionOf } from "@/tests/support/entrances";
import { withSecondStep } from "@/tests/support/factors";
import { newPasskey, registered } from "@/tests/support/passkeys";
import { makeOwner, type Person } from "@/tests/support/people";

useDatabase();

const now = new Date("2026-05-01T12:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const moment = { userAgent: null, now };
const inBrowser = (owner: Person): Actor => ({ ...owner.actor, workspaceId: null, via: "session" });
const refused = { code: "unauthenticated" };

describe("a passkey", () => {
  it("opens its account without a password, and past the second step", async () => {
    const actor = inBrowser(await makeOwner());
    await withSecondStep(actor, now);
    const { authenticator } = await registered(actor, now);
    const session = sessionOf(await signInByPasskey(await authenticator.answer(now), moment));
    expect(await findActorBySession(session.id, now)).toMatchObject({ user: { id: actor.user.id } });
    expect(await listPasskeys(actor)).toMatchObject([{ name: "laptop", lastUsedAt: now }]);
  });

  it("answers a challenge once, within five minutes", async () => {
    const { authenticator } = await registered(inBrowser(await makeOwner()), now);
    const answer = await authenticator.answer(now);
    await signInByPasskey(answer, moment);
    await expect(signInByPasskey(answer, moment)).rejects.toMatchObject(refused);
    const slow = await authenticator.answer(now);
    await expect(signInByPasskey(slow, { ...moment, now: later(5) })).rejects.toMatchObject(refused);
  });

  it("is refused for a challenge that the house did not give", async () => {
    const { authenticator } = await registered(inBrowser(await makeOwner()), now);
    const answer = authenticator.sign({ challenge: "bWFkZSB1cA" });
    await expect(signInByPasskey(answer, moment)).rejects.toMatchObject(refused);
  });

  it.each([
    ["from another site", { origin: "https://evil.example" }],
    ["whose device did not ask for its owner", { verified: false }],
  ])("is refused %s, with the same words as one that nobody has", async (_, twist) => {
    const { authenticator } = await registered(inBrowser(await makeOwner()), now);
    const stranger = await newPasskey(inBrowser(await makeOwner()), now);
    const said = [authenticator.answer(now, twist), stranger.authenticator.answer(now)].map(async (answer) =>
      signInByPasskey(await answer, moment).catch(({ code, message }) => ({ code, message })),
    );
    const [twisted, unknown] = await Promise.all(said);
    expect(twisted).toMatchObject(refused);
    expect(unknown).toEqual(twisted);
  });

  it("is added only by whom its challenge was given to, and once", async () => {
    const [one, other] = [inBrowser(await makeOwner()), inBrowser(await makeOwner())];
    const { answer } = await newPasskey(one, now);
    await expect(addPasskey(other, { name: "stolen", answer }, now)).rejects.toMatchObject({ code: "invalid" });
    await addPasskey(one, { name: "mine", answer }, now);
    await expect(addPasskey(one, { name: "again", answer }, now)).rejects.toMatchObject({ code: "invalid" });
    expect(await listPasskeys(other)).toEqual([]);
  });

  it("opens nothing any more once it is removed, which others cannot do", async () => {
    const [actor, stranger] = [inBrowser(await makeOwner()), inBrowser(await makeOwner())];
    const { authenticator, passkey } = await registered(actor, now);
    expect(await findOwnPasskey(stranger, passkey.id)).toBeNull();
    await removePasskey(stranger, passkey);
    expect(await listPasskeys(actor)).toHaveLength(1);
    await removePasskey(actor, passkey);
    await expect(signInByPasskey(await authenticator.answer(now), moment)).rejects.toMatchObject(refused);
  });

  it("leads a suspended user no further than a password does", async () => {
    const owner = await makeOwner();
    const { authenticator } = await registered(inBrowser(owner), now);
    await suspendUser(owner.user, "Spam.", now);
    expect((await signInByPasskey(await authenticator.answer(now), moment)).to).toBe("suspension");
  });

  it.each([
    ["https://pod.example.org", true],
    ["http://localhost:3000", true],
    ["http://pod.example.org", false],
    ["https://192.168.1.4", false],
    ["http://[::1]:3000", false],
  ])("can be had at %s: %s", (url, can) => {
    appUrl(url);
    expect(passkeysWork()).toBe(can);
  });
});
