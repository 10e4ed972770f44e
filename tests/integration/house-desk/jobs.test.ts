import { describe, expect, it } from "vitest";
import { discardJob, retryJob } from "@/lib/house/job-mutations";
import { readJobBoard } from "@/lib/house/jobs";
import { db } from "@/lib/platform/db";
import { startJobs } from "@/lib/platform/jobs";
import { useDatabase } from "@/tests/support/database";
import { makeFailedJob } from "@/tests/support/failed-jobs";
import { makeHouseAdmin } from "@/tests/support/people";

useDatabase();

const everything = { queue: null, page: 1 };

describe("the board of jobs", () => {
  it("shows each queue with its counts, and each failed job with its reason", async () => {
    const admin = await makeHouseAdmin();
    const { id, queue } = await makeFailedJob({ reason: "no such mailbox" });
    const { queues, failed, total } = await readJobBoard(admin, everything);
    expect(queues.find(({ name }) => name === queue)).toMatchObject({ failed: 1, waiting: 0, running: 0 });
    expect(failed).toMatchObject([{ id, queue, reason: "no such mailbox", retries: 5 }]);
    expect(total).toBe(1);
    expect((await readJobBoard(admin, { queue: "sweep", page: 1 })).failed).toEqual([]);
    await discardJob(admin, { id, queue });
    expect((await readJobBoard(admin, everything)).total).toBe(0);
  });

  it("has a failed job tried once more by the real queue, which carries it out", async () => {
    const admin = await makeHouseAdmin();
    const { promise: done, resolve } = Promise.withResolvers<unknown>();
    await startJobs({ "takedown-mail": { run: async (data) => resolve(data) } });
    const job = await makeFailedJob({ data: { of: "a test" } });
    await retryJob(admin, job);
    expect(await done).toMatchObject({ of: "a test" });
  });

  it("takes one decision about a job, however often and by whomever it is pressed", async () => {
    const [admin, other] = [await makeHouseAdmin(), await makeHouseAdmin()];
    const job = await makeFailedJob({ queue: "sweep" });
    const pressed = await Promise.allSettled([
      retryJob(admin, job),
      retryJob(admin, job),
      discardJob(other, job),
      retryJob(other, job),
    ]);
    const refused = pressed.filter(({ status }) => status === "rejected");
    expect(refused).toMatchObject(Array.from({ length: 3 }, () => ({ reason: { code: "conflict" } })));
    expect(await db().auditEvent.count({ where: { targetId: job.id } })).toBe(1);
  });

  it.each(["", "no id", "019c0000-0000-7000-8000-000000000000"])("refuses %j in words", async (id) => {
    const refusal = retryJob(await makeHouseAdmin(), { queue: "sweep", id });
    await expect(refusal).rejects.toMatchObject({ code: "conflict" });
  });
});
