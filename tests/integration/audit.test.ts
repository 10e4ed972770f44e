import { randomUUID } from "node:crypto";
import { globSync } from "node:fs";
import { resolve } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { knownActs } from "@/app/admin/audit/act-words";
import { type Actor, signed } from "@/lib/accounts/actor";
import { inviteToHouse, inviteToWorkspace } from "@/lib/accounts/invitation-mutations";
import { makeMailedSecret } from "@/lib/accounts/mailed-secrets";
import { renameWorkspace } from "@/lib/accounts/member-mutations";
import { createToken, createUser, ensureHouseAdmin, restoreUser, suspendUser } from "@/lib/accounts/mutations";
import { changePassword, resetPassword } from "@/lib/accounts/password-mutations";
import { findUserByEmail, findWorkspaceFor } from "@/lib/accounts/queries";
import { signOut, signOutEverywhere } from "@/lib/accounts/session-mutations";
import { createSession } from "@/lib/accounts/sessions";
import { offerSetUp, setUpHouse } from "@/lib/accounts/setup-mutations";
import { signIn, signUp } from "@/lib/accounts/sign-in-mutations";
import { createTokenFor, revokeToken } from "@/lib/accounts/token-mutations";
import { findOwnToken } from "@/lib/accounts/tokens";
import { verifyByCode, verifyByLink } from "@/lib/accounts/verification-mutations";
import { attachArrived } from "@/lib/episodes/arrival";
import { removeEpisodeArtwork, setEpisodeArtwork } from "@/lib/episodes/artwork";
import { fieldsOf } from "@/lib/episodes/fields";
import {
  changeEpisode,
  createEpisode,
  deleteEpisode,
  publishEpisode,
  restoreEpisode,
  unpublishEpisode,
} from "@/lib/episodes/mutations";
import { createPreviewLink, revokePreviewLink } from "@/lib/episodes/preview-mutations";
import { findDeletedEpisodeFor } from "@/lib/episodes/queries";
import { restoreRevision } from "@/lib/episodes/revision-mutations";
import { sweepDeleted, sweepReplaced } from "@/lib/episodes/sweep";
import { undoPublication } from "@/lib/episodes/undo-mutations";
import { undoTicket } from "@/lib/episodes/undo-ticket";
import { setShowArtwork } from "@/lib/media/artwork-mutations";
import { inspectMedia } from "@/lib/media/inspection";
import { abortUpload, completeUpload, createUpload } from "@/lib/media/mutations";
import { sweepUnattached } from "@/lib/media/sweep";
import { db } from "@/lib/platform/db";
import { changeShow, createShow, deleteShow, restoreShow } from "@/lib/shows/mutations";
import { findDeletedShowFor } from "@/lib/shows/queries";
import type { SecretPurpose } from "@/prisma/generated/client";
import { useDatabase } from "@/tests/support/database";
import { makeHouseAdmin, makeOwner, type Person } from "@/tests/support/people";
import { picture } from "@/tests/support/pictures";
import { episodeOf, makeAudio, makeCompleteShow, makeDraft, makePublished, present } from "@/tests/support/shows";
import { useStore } from "@/tests/support/stores";
import { mpegFrames } from "@/tests/support/synthetic-audio";
import { begin, complete, sendAll, uploadOf } from "@/tests/support/uploading";
import { accountScenes, closingScenes } from "./account-scenes";
import { adminHouseScenes } from "./admin-house-scenes";
import { adminPeopleScenes } from "./admin-people-scenes";
import { houseInvitationScenes, workspaceScenes } from "./workspace-scenes";

useDatabase();
useStore();

const now = new Date();
const monthLater = new Date(now.getTime() + 31 * 24 * 3600_000);
const moment = { userAgent: null, now };
const short = mpegFrames(200);
const email = () => `${randomUUID()}@example.org`;

/** Sets the scene for a verb and gives the act itself. `acts` are the events it leaves, its own name unless told. */
type Scene = (house: { owner: Person; show: Awaited<ReturnType<typeof makeCompleteShow>> }) => Promise<() => unknown>;

const ownVerbs: Record<string, Scene> = {
  createUser: async () => () => createUser({ email: email(), password: "ten letters", admin: false }, now),
  ensureHouseAdmin: async () => () => ensureHouseAdmin({ adminEmail: email(), adminPassword: "ten letters" }, now),
  suspendUser:
    async ({ owner }) =>
    () =>
      suspendUser(owner.user, "spam", now),
  restoreUser: async ({ owner }) => {
    await suspendUser(owner.user, null, now);
    return () => restoreUser(owner.user, now);
  },
  createToken:
    async ({ owner }) =>
    async () =>
      createToken(present(await findUserByEmail(owner.user.email)), "laptop"),
  createTokenFor: async ({ owner }) => {
    const workspace = present(await findWorkspaceFor(owner.actor, owner.workspaceId, "editor"));
    return () => createTokenFor(workspace, "laptop");
  },
  revokeToken: async ({ owner }) => {
    const workspace = present(await findWorkspaceFor(owner.actor, owner.workspaceId, "editor"));
    const { token } = await createTokenFor(workspace, "laptop");
    const found = present(await findOwnToken(owner.actor, token.id));
    return () => revokeToken(found, now);
  },
  signUp: async () => () => signUp({ email: email(), password: "ten letters" }, moment),
  signIn:
    async ({ owner }) =>
    () =>
      signIn({ email: owner.user.email, password: "ten letters" }, moment),
  setUpHouse: async () => {
    const token = await offerSetUp();
    return () => setUpHouse({ token, email: email(), password: "ten letters", signUp: "open" }, moment);
  },
  verifyByLink: async ({ owner }) => {
    const { token } = await mailed(owner, "verification");
    return () => verifyByLink(token, moment);
  },
  verifyByCode: async ({ owner }) => {
    const { code } = await mailed(owner, "verification");
    return () => verifyByCode({ email: owner.user.email, code }, moment);
  },
  resetPassword: async ({ owner }) => {
    const { token } = await mailed(owner, "passwordReset");
    return () => resetPassword({ token, password: "new letters" }, now);
  },
  changePassword:
    async ({ owner }) =>
    () =>
      changePassword(inBrowser(owner), { current: "ten letters", password: "new letters" }, null, now),
  signOut: async ({ owner }) => {
    const { id } = await createSession(owner.user, now);
    return () => signOut(inBrowser(owner), id, now);
  },
  signOutEverywhere: async ({ owner }) => {
    await createSession(owner.user, now);
    return () => signOutEverywhere(inBrowser(owner), now);
  },
  createShow: async ({ owner }) => {
    const workspace = present(await findWorkspaceFor(owner.actor, owner.workspaceId, "owner"));
    return () =>
      createShow(workspace, { title: "B", language: "en", category: { category: "Arts", subcategory: null } });
  },
  changeShow:
    async ({ show }) =>
    () =>
      changeShow(show, show.version, { title: "B" }, now),
  deleteShow:
    async ({ show }) =>
    () =>
      deleteShow(show, now),
  restoreShow: async ({ owner, show }) => {
    await deleteShow(show, now);
    const deleted = present(await findDeletedShowFor(owner.actor, show.slug, "admin", now));
    return () => restoreShow(deleted, now);
  },
  setShowArtwork: async ({ show }) => {
    const bytes = await picture();
    return () => setShowArtwork(show, bytes, now);
  },
  createUpload:
    async ({ show }) =>
    () =>
      createUpload(show, { filename: "a.mp3", size: 3, type: "audio/mpeg" }),
  completeUpload: async ({ owner, show }) => {
    const upload = await sent(owner, show);
    return () => completeUpload(upload, signed(upload), null, now, attachArrived);
  },
  abortUpload: async ({ owner, show }) => {
    const upload = await sent(owner, show);
    return () => abortUpload(upload, signed(upload), new Date());
  },
  inspectMedia: async ({ owner, show }) => {
    const { id } = await complete(owner, await sent(owner, show));
    return () => inspectMedia(id, new AbortController().signal, now, attachArrived);
  },
  createEpisode:
    async ({ show }) =>
    () =>
      createEpisode(show, { title: "B" }, now),
  changeEpisode: async ({ owner, show }) => {
    const draft = await makeDraft(owner, show);
    return () => changeEpisode(draft, draft.version, { title: "B" }, now);
  },
  restoreRevision: async ({ owner, show }) => {
    const { id, version, ...draft } = await makeDraft(owner, show);
    await changeEpisode({ id, version, ...draft }, version, { title: "B" }, now);
    const changed = await episodeOf(owner, { id });
    return () => restoreRevision(changed, changed.version, { version, fields: fieldsOf(draft) }, now);
  },
  publishEpisode: async ({ owner, show }) => {
    const draft = await makeDraft(owner, show, { media: (await makeAudio(show)).id });
    return () => publishEpisode(draft, null, now);
  },
  unpublishEpisode: async ({ owner, show }) => {
    const episode = await makePublished(owner, show);
    return () => unpublishEpisode(episode, now);
  },
  deleteEpisode: async ({ owner, show }) => {
    const episode = await makePublished(owner, show);
    return () => deleteEpisode(episode, now);
  },
  undoPublication: async ({ owner, show }) => {
    const draft = await makeDraft(owner, show, { media: (await makeAudio(show)).id });
    await publishEpisode(draft, null, now);
    const published = await episodeOf(owner, draft);
    return () => undoPublication(published, undoTicket(draft.id, draft, published, now), now);
  },
  createPreviewLink: async ({ owner, show }) => {
    const draft = await makeDraft(owner, show);
    return () => createPreviewLink(draft, 7, now);
  },
  revokePreviewLink: async ({ owner, show }) => {
    const draft = await makeDraft(owner, show);
    const { id } = await createPreviewLink(draft, 7, now);
    return () => revokePreviewLink(draft, id, now);
  },
  restoreEpisode: async ({ owner, show }) => {
    const episode = await makePublished(owner, show);
    await deleteEpisode(episode, now);
    const deleted = present(await findDeletedEpisodeFor(owner.actor, episode.id, "editor", now));
    return () => restoreEpisode(deleted, now);
  },
  setEpisodeArtwork: async ({ owner, show }) => {
    const [draft, bytes] = [await makeDraft(owner, show), await picture()];
    return () => setEpisodeArtwork(draft, bytes, now);
  },
  removeEpisodeArtwork: async ({ owner, show }) => {
    const draft = await makeDraft(owner, show);
    await setEpisodeArtwork(draft, await picture(), now);
    const dressed = await episodeOf(owner, draft);
    return () => removeEpisodeArtwork(dressed, now);
  },
  sweepReplaced: async ({ show }) => {
    const muchLater = new Date(monthLater.getTime() + 31 * 24 * 3600_000);
    await sweepReplaced(muchLater);
    await setShowArtwork(show, await picture(), now);
    return () => sweepReplaced(muchLater);
  },
  sweepUnattached: async ({ show }) => {
    await sweepUnattached(monthLater);
    await makeAudio(show);
    return () => sweepUnattached(monthLater);
  },
  sweepDeleted: async ({ owner, show }) => {
    await sweepDeleted(monthLater);
    await deleteEpisode(await makePublished(owner, show), now);
    return () => sweepDeleted(monthLater);
  },
};

const ofTheDesk: Record<string, Scene> = {
  ...adminPeopleScenes,
  ...adminHouseScenes,
  ...closingScenes,
  ...houseInvitationScenes,
};
const verbs: Record<string, Scene> = { ...ownVerbs, ...accountScenes, ...workspaceScenes, ...ofTheDesk };

/** What a verb's event is called where it is not the verb's own name. */
const actOf: Record<string, string> = {
  ensureHouseAdmin: "createUser",
  verifyByCode: "verifyAddress",
  verifyByLink: "verifyAddress",
  changeAddress: "changeAddress",
  confirmAddress: "changeAddress",
  takeSecondStep: "signIn",
  signInByPasskey: "signIn",
  closeUser: "closeAccount",
  eraseClosed: "eraseUser",
  createTokenFor: "createToken",
  sweepDeleted: "sweepEpisode",
  sweepReplaced: "sweepMedia",
  sweepUnattached: "sweepMedia",
};

/** Exported beside the verbs, and why no event is asked of it. */
const noVerbs: Record<string, string> = {
  offerSetUp: "is the house's own, before there is anybody",
  canSetUp: "reads",
  sweepSecrets: "throws away what opens nothing any more",
  requestPasswordReset: "enqueues a mail; its job writes the event",
  mailVerificationAgain: "enqueues a mail; its job writes the event",
  feedBump: "is put into a verb's write",
  recordAct: "signs events",
  writeChanges: "is what the verbs that save fields share",
  touchFeed: "is put into a verb's write",
  lockEpisode: "reads",
  refuseUnlessPublishable: "reads",
  keepArtwork: "is what the artwork verbs share",
  receivePart: "parts are on their way: createUpload and completeUpload say who brought the file",
  learnParts: "parts are on their way",
};

describe("the audit", () => {
  it("knows every verb", async () => {
    const files = ["lib/*/{mutations,*-mutations,sweep,inspection}.ts", "lib/episodes/artwork.ts"].flatMap((one) =>
      globSync(one),
    );
    const exported = (await Promise.all(files.map((file) => import(resolve(file))))).flatMap((module) =>
      Object.keys(module).filter((name) => typeof module[name] === "function"),
    );
    const throughOthers = ["carryOn", "sweepUploads", "sweepLeftovers"];
    expect([...Object.keys(verbs), ...Object.keys(noVerbs), ...throughOthers].sort()).toEqual(exported.sort());
  });

  it("is neither changed nor deleted by anything", async () => {
    await createUser({ email: email(), password: "ten letters", admin: false }, now);
    const before = await db().auditEvent.findMany();
    expect(before).not.toEqual([]);
    await expect(db().auditEvent.updateMany({ data: { via: "nobody" } })).rejects.toThrow(
      /neither changed nor deleted/,
    );
    await expect(db().auditEvent.deleteMany()).rejects.toThrow(/neither changed nor deleted/);
    expect(await db().auditEvent.findMany()).toEqual(before);
  });

  describe("has an event", () => {
    afterEach(() => db().$executeRawUnsafe(`DROP TRIGGER IF EXISTS no_room ON "AuditEvent"`));

    it.each(Object.entries(verbs))(
      "of %s that says who, what and where, in words, and without which it does not happen",
      async (verb, scene) => {
        const house = await makeHouse();
        const act = await scene(house);
        await refuseEvents();
        const whole = await everything();
        await expect(async () => act()).rejects.toThrow(/no room/);
        expect(await everything()).toEqual(whole);
        await db().$executeRawUnsafe(`DROP TRIGGER no_room ON "AuditEvent"`);

        const before = await events(verb);
        await act();
        const [event, ...more] = (await events(verb)).filter(({ id }) => before.every((known) => known.id !== id));
        expect(more).toEqual([]);
        expect(knownActs).toContain(event?.act);
        if (verb in ofTheDesk) return expect(await isByHouseAdmin(event)).toBe(true);
        const byPerson = event?.via === "token";
        const owned = event?.targetType === "passkey" ? house.owner.user.id : event?.targetId;
        const byThemselves = event?.via === "session" ? owned : null;
        expect(event).toMatchObject({
          actorId: byPerson ? house.owner.user.id : byThemselves,
          targetId: expect.any(String),
        });
        if (byPerson) expect(event?.workspaceId).toBe(house.owner.workspaceId);
      },
    );
  });

  it("never holds a token or a password", async () => {
    const { user } = await createUser({ email: email(), password: "hunter2 hunter2", admin: false }, now);
    const { secret } = await createToken(user, "laptop");
    const written = JSON.stringify(await db().auditEvent.findMany());
    for (const hidden of [secret, "hunter2"]) expect(written).not.toContain(hidden);
  });

  it("says that notes, and what names a person, were changed, and holds no copy of them", async () => {
    const { owner, show } = await makeHouse();
    const draft = await makeDraft(owner, show, { notes: "<p>Before the change</p>" });
    await changeEpisode(draft, draft.version, { title: "B", notes: "<p>After the change</p>" }, now);
    await changeShow(show, show.version, { ownerEmail: email(), author: "Mara Lind", title: "C" }, now);
    const workspace = present(await findWorkspaceFor(owner.actor, owner.workspaceId, "admin"));
    await renameWorkspace(workspace, "Mara Lind");
    await inviteToWorkspace(workspace, { role: "editor", limitedTo: null, email: email() }, now);
    await inviteToHouse(await makeHouseAdmin(), email(), now);
    const written = await db().auditEvent.findMany({ orderBy: { id: "asc" } });
    expect(written.at(-1)).toMatchObject({ act: "inviteToHouse", difference: { by: "mail" } });
    const changes = written.filter(({ targetId }) => [draft.id, show.id].includes(targetId)).slice(-2);
    expect(changes.map(({ difference }) => difference)).toEqual([
      { title: [draft.title, "B"], notes: "changed" },
      { ownerEmail: "changed", author: "changed", title: [show.title, "C"] },
    ]);
    expect(JSON.stringify(written)).not.toMatch(/@example|Mara Lind|Before the change/);
  });
});

async function makeHouse() {
  await db().user.updateMany({ data: { isHouseAdmin: false } });
  await db().houseSetting.deleteMany({ where: { name: "sign-up" } }); // another scene may have closed it
  const owner = await makeOwner();
  return { owner, show: await makeCompleteShow(owner) };
}

async function isByHouseAdmin(event: { actorId: string | null; via: string } | undefined): Promise<boolean> {
  const { isHouseAdmin } = await db().user.findUniqueOrThrow({ where: { id: event?.actorId ?? "" } });
  return event?.via === "session" && isHouseAdmin;
}

const inBrowser = (owner: Person): Actor => ({ ...owner.actor, workspaceId: null, via: "session" });

const mailed = (owner: Person, purpose: SecretPurpose) =>
  db().$transaction((tx) => makeMailedSecret(tx, owner.user, purpose, now));

async function sent(owner: Person, show: { slug: string }) {
  const upload = await begin(owner, show, short.length);
  await sendAll(owner, upload, short);
  return uploadOf(owner, upload);
}

/** From here on no event can be written. */
async function refuseEvents(): Promise<void> {
  await db().$executeRawUnsafe(`
    CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no room'; END $$`);
  await db().$executeRawUnsafe(`
    CREATE TRIGGER no_room BEFORE INSERT ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION refuse()`);
}

const events = (verb: string) => db().auditEvent.findMany({ where: { act: actOf[verb] ?? verb } });

/** All that the verbs write, but for a tried code: that is counted before anything else. An upload may be closed for parts before it is complete: its next call carries on. */
async function everything() {
  const tables = [
    "User",
    "Session",
    "Workspace",
    "Membership",
    "MembershipShow",
    "Invitation",
    "ApiToken",
    "Show",
    "ShowSlug",
    "Episode",
    "EpisodeSlug",
    "Plan",
    "RecoveryCode",
    "PreviewLink",
    "EpisodeRevision",
  ];
  const contents = [...tables, "Passkey", "MailedSecret", "Media", "UploadPart"].map(
    (table) => `SELECT '${table}' AS "table", (to_jsonb(t) - 'wrongCodes')::text AS "row" FROM "${table}" t`,
  );
  return db().$queryRawUnsafe<{ table: string; row: string }[]>(`${contents.join(" UNION ALL ")} ORDER BY 1, 2`);
}
