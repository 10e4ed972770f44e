import { describe, expect, it } from "vitest";
import { beginLook } from "@/lib/accounts/admin-mutations";
import { findLook, LOOK_MINUTES } from "@/lib/accounts/looks";
import { suspendUser } from "@/lib/accounts/mutations";
import { lookAtEpisode, lookAtSettings, lookAtShow, lookAtShows, lookAtWorkspaces } from "@/lib/episodes/looks";
import { createUpload } from "@/lib/media/mutations";
import { db } from "@/lib/platform/db";
import { useDatabase } from "@/tests/support/database";
import { makeHouseAdmin, makeMember, makeOwner } from "@/tests/support/people";
import { makeCompleteShow, makeDraft, makePublished, makeShow, present } from "@/tests/support/shows";

useDatabase();

const question = { search: "", state: null, order: "date", reversed: false, page: 1 } as const;
const now = () => new Date();

describe("a house admin's look at what somebody sees", () => {
  it("begins with a reason, which holds for half an hour, for this account and this admin", async () => {
    const [admin, other, { user }, neighbour] = await scene();
    expect(await findLook(admin, user, now())).toBeNull();
    await beginLook(admin, user, "They asked.");
    expect(await findLook(admin, user, now())).toMatchObject({ reason: "They asked." });
    expect(await findLook(admin, neighbour.user, now())).toBeNull();
    expect(await findLook(other, user, now())).toBeNull();
    expect(await findLook(admin, user, new Date(Date.now() + (LOOK_MINUTES + 1) * 60_000))).toBeNull();
  });

  it("shows their shows and drafts and nobody else's, and each show leaves an event with the reason", async () => {
    const [admin, , owner, neighbour] = await scene();
    const [show, foreign] = [await makeShow(owner), await makeShow(neighbour)];
    await makeDraft(owner, show, { title: "Not out yet" });
    await beginLook(admin, owner.user, "They asked.");
    const look = present(await findLook(admin, owner.user, now()));
    expect((await lookAtShows(look, 1, now())).lines.map(({ slug }) => slug)).toEqual([show.slug]);
    const { table } = present(await lookAtShow(look, show.slug, question, now()));
    expect(table.lines).toMatchObject([{ title: "Not out yet", state: "draft" }]);
    expect(await lookAtShow(look, foreign.slug, question, now())).toBeNull();
    const events = await db().auditEvent.findMany({ where: { act: "lookAtShow" } });
    expect(events).toMatchObject([
      {
        ...{ actorId: admin.user.id, via: "session", targetType: "show", targetId: show.id },
        difference: { reason: "They asked.", asSeenBy: owner.user.id },
      },
    ]);
  });

  it("shows what keeps an episode from going out, as they read it, and leaves an event", async () => {
    const [admin, , owner, neighbour] = await scene();
    const [show, foreign] = [await makeShow(owner), await makeShow(neighbour)];
    const draft = await makeDraft(owner, show, { title: "It won't publish" });
    const theirs = await makeDraft(neighbour, foreign);
    await beginLook(admin, owner.user, "They asked.");
    const look = present(await findLook(admin, owner.user, now()));
    const seen = present(await lookAtEpisode(look, show.slug, draft.id, now()));
    expect(seen).toMatchObject({ state: "draft", mayEdit: true, audio: { audio: null, coming: null } });
    expect(seen.blockers.map(({ code }) => code)).toEqual(["show-description", "show-artwork", "episode-audio"]);
    expect(seen.advice.map(({ code }) => code)).toContain("no-notes");
    const upload = await createUpload(show, { filename: "raw.mp3", size: 3_000, type: "audio/mpeg" }, draft);
    const waiting = present(await lookAtEpisode(look, show.slug, draft.id, now()));
    expect(waiting.audio.coming).toMatchObject({ upload: upload.id, state: "sending", by: { name: owner.user.name } });
    expect(await lookAtEpisode(look, foreign.slug, theirs.id, now())).toBeNull();
    expect(await lookAtEpisode(look, foreign.slug, draft.id, now())).toBeNull();
    const events = await db().auditEvent.findMany({ where: { act: "lookAtEpisode", actorId: admin.user.id } });
    expect(events).toHaveLength(2);
    expect(events[0]).toMatchObject({
      targetType: "episode",
      targetId: draft.id,
      difference: { reason: "They asked." },
    });
  });

  it("says where their role is what keeps them from publishing", async () => {
    const [admin, , owner] = await scene();
    const show = await makeCompleteShow(owner);
    const draft = await makeDraft(owner, show);
    const analyst = await makeMember(owner.workspaceId, "analyst");
    await beginLook(admin, analyst.user, "They asked.");
    const look = present(await findLook(admin, analyst.user, now()));
    expect(await lookAtEpisode(look, show.slug, draft.id, now())).toMatchObject({ mayEdit: false });
  });

  it("shows a show's settings and what is scheduled, and who is in their workspaces, each look with an event", async () => {
    const [admin, , owner] = await scene();
    const show = await makeCompleteShow(owner);
    const later = new Date(Date.now() + 3_600_000);
    await makePublished(owner, show, { title: "Tomorrow" }, later);
    const colleague = await makeMember(owner.workspaceId, "editor", "Ida");
    await beginLook(admin, owner.user, "They asked.");
    const look = present(await findLook(admin, owner.user, now()));
    expect(await lookAtSettings(look, show.slug, now())).toMatchObject({
      settings: { title: show.title },
      scheduled: [{ title: "Tomorrow", state: "scheduled" }],
      mayEdit: true,
    });
    const [workspace] = await lookAtWorkspaces(look);
    expect(workspace).toMatchObject({ id: owner.workspaceId, role: "owner" });
    expect(workspace?.people.map(({ userId }) => userId).sort()).toEqual([owner.user.id, colleague.user.id].sort());
    expect(await db().auditEvent.count({ where: { act: "lookAtSettings", targetId: show.id } })).toBe(1);
  });

  it("shows what a suspended user sees: nothing", async () => {
    const [admin, , owner] = await scene();
    await makeShow(owner);
    await beginLook(admin, owner.user, "They asked.");
    const look = present(await findLook(admin, owner.user, now()));
    await suspendUser(owner.user, "Spam.", now(), admin);
    expect((await lookAtShows(look, 1, now())).lines).toEqual([]);
  });
});

const scene = () => Promise.all([makeHouseAdmin(), makeHouseAdmin(), makeOwner(), makeOwner()]);
