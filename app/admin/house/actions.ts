"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { changeHouse, changeSignUpMode, announce as putUp, takeBackAnnouncement } from "@/lib/accounts/house-mutations";
import { announcementSchema, houseSchema, modeSchema, takeBackSchema } from "@/lib/accounts/house-schema";
import { testMail } from "@/lib/accounts/mail-test-mutations";
import { adminAction } from "@/lib/web/action";

export const saveHouse = adminAction(houseSchema, async (house, { admin }) => {
  await changeHouse(admin, house);
  return refreshed();
});

export const saveMode = adminAction(modeSchema, async (mode, { admin }) => {
  await changeSignUpMode(admin, mode);
  return refreshed();
});

export const announce = adminAction(announcementSchema, async (announcement, { admin, now }) => {
  await putUp(admin, announcement, now);
  return refreshed();
});

export const takeBack = adminAction(takeBackSchema, async ({ seen }, { admin }) => {
  await takeBackAnnouncement(admin, seen);
  return refreshed();
});

export const sendTest = adminAction(z.strictObject({}), async (_, { admin }) => ({ outcome: await testMail(admin) }));

function refreshed() {
  revalidatePath("/", "layout");
  return {};
}
