"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { discardJob, retryJob } from "@/lib/house/job-mutations";
import { adminAction } from "@/lib/web/action";

const jobSchema = z.strictObject({ queue: z.string(), id: z.string() });

export const retry = adminAction(jobSchema, async (job, { admin }) => {
  await retryJob(admin, job);
  return refreshed();
});

export const discard = adminAction(jobSchema, async (job, { admin }) => {
  await discardJob(admin, job);
  return refreshed();
});

function refreshed() {
  revalidatePath("/admin/jobs");
  return {};
}
