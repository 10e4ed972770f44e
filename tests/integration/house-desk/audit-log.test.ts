import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { fileHead, fileLines } from "@/lib/house/audit-file";
import { type AuditQuestion, readAuditLog, walkAuditLog } from "@/lib/house/audit-log";
import { db } from "@/lib/platform/db";
import { useDatabase } from "@/tests/support/database";
import { makeHouseAdmin, makeOwner, type Person } from "@/tests/support/people";
import { makeAudio, makeShow, showOf } from "@/tests/support/shows";

useDatabase();

const MANY = 2_500;
const anything: AuditQuestion = { actor: "", act: "", targetType: null, target: "", from: null, until: null };

describe("the audit log", () => {
  let [owner, show] = [{} as Person, { id: "", slug: "", title: "" }];
  const ask = async (question: Partial<AuditQuestion>, limit = 50) =>
    readAuditLog(await makeHouseAdmin(), { ...anything, ...question }, null, limit);

  beforeAll(async () => {
    owner = await makeOwner({ name: "Ada of the log" });
    show = await makeShow(owner, { title: "Trains of the log" });
    await db().$executeRaw`
      INSERT INTO "AuditEvent" (id, at, via, act, "targetType", "targetId", difference)
      SELECT gen_random_uuid(), timestamptz '2026-01-01' + (n / 2) * interval '1 second', 'job', 'inspectMedia', 'media',
        gen_random_uuid(), '{}' FROM generate_series(1, ${MANY}) n`;
  });

  it("is read by pages that miss nothing and repeat nothing, two of one instant among them", async () => {
    const admin = await makeHouseAdmin();
    const seen: string[] = [];
    for await (const lines of walkAuditLog(admin, { ...anything, act: "inspectMedia" }))
      seen.push(...lines.map(({ id }) => id));
    expect([seen.length, new Set(seen).size]).toEqual([MANY, MANY]);
  });

  it("says who did what to what, by their names", async () => {
    const [line] = await ask({ act: "createShow", target: show.id });
    expect(line).toMatchObject({
      ...{ act: "createShow", actor: "Ada of the log", actorEmail: owner.user.email, target: "Trains of the log" },
      difference: { title: "Trains of the log" },
    });
  });

  it.each<[string, () => Partial<AuditQuestion>]>([
    ["a part of the actor's name", () => ({ actor: "ada of THE log" })],
    ["the actor's address", () => ({ actor: owner.user.email })],
    ["the actor's id", () => ({ actor: owner.user.id })],
    ["a part of the target's name", () => ({ target: "TRAINS of" })],
    ["the target's id", () => ({ target: show.id })],
    ["the kind of target", () => ({ targetType: "show" })],
  ])("is narrowed by %s", async (_, question) => {
    expect((await ask(question())).map(({ act }) => act)).toEqual(["createShow"]);
  });

  it("is narrowed by the name of a person, a token or a file that something was done to", async () => {
    const { user, workspaceId } = owner;
    const { id } = await db().apiToken.findFirstOrThrow({ where: { userId: user.id, workspaceId } });
    await db().apiToken.update({ where: { id }, data: { name: "Laptop of the log" } });
    const media = await db().media.update({
      where: { id: (await makeAudio(await showOf(owner, show))).id },
      data: { filename: "noise of the log.mp3" },
    });
    for (const [targetType, targetId] of [
      ["token", id],
      ["media", media.id],
      ["user", user.id],
    ] as const)
      await db().auditEvent.create({ data: { via: "job", act: "test", targetType, targetId, difference: {} } });
    for (const [target, type] of [
      ["laptop of", "token"],
      ["noise of", "media"],
      ["ADA of", "user"],
    ])
      expect((await ask({ target, act: "test" })).map(({ targetType }) => targetType)).toEqual([type]);
  });

  it("knows nobody by a name that nobody has, and the house by its own", async () => {
    expect(await ask({ actor: "nobody of this name" })).toEqual([]);
    expect((await ask({ actor: "house", act: "inspectMedia" })).length).toBe(50);
  });

  it("is narrowed to a time, its end left out", async () => {
    const [from, until] = [new Date("2026-01-01T00:00:10Z"), new Date("2026-01-01T00:00:12Z")];
    const seconds = (await ask({ from, until })).map(({ at }) => at.getUTCSeconds());
    expect(seconds).toEqual([11, 11, 10, 10]);
  });
});

describe("a file of the audit log", () => {
  const line = {
    ...{ id: randomUUID(), at: new Date("2026-01-01T00:00:00Z"), via: "session", act: "changeShow" },
    ...{ actorId: randomUUID(), actor: '=HYPERLINK("https://evil.example")', actorEmail: "a@example.org" },
    ...{ targetType: "show", targetId: randomUUID(), target: '@"SUM", 1\n2', workspaceId: null, workspace: null },
    difference: { title: ["-1+1", "+cmd"] },
  };

  it("as CSV holds nothing that a spreadsheet would carry out, and keeps quotes and lines in their cell", () => {
    const csv = fileLines.csv([line]);
    expect(csv).toContain(`,"'=HYPERLINK(""https://evil.example"")",`);
    expect(csv).toContain(`,"'@""SUM"", 1\n2",`);
    expect(csv).toContain(`"{""title"":[""-1+1"",""+cmd""]}"`);
    expect(fileHead.csv.split(",").length).toBe(13);
  });

  it("as JSON lines is read back as it was", () => {
    const [text = ""] = fileLines.jsonl([line, line]).trim().split("\n");
    expect(JSON.parse(text)).toEqual({ ...line, at: line.at.toISOString() });
  });
});
