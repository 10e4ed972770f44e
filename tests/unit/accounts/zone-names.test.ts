import { expect, it } from "vitest";
import { profileSchema } from "@/lib/accounts/sign-in-schema";
import { isTimeZone } from "@/lib/accounts/zone-names";

it.each([
  ["Europe/Berlin", true],
  ["UTC", true],
  ["Europe/Atlantis", false],
  ["+01:00", false],
  ["../etc/passwd", false],
])("that %j is a zone is %s, for a schedule as for an account", (timeZone, expected) => {
  expect(isTimeZone(timeZone)).toBe(expected);
  expect(profileSchema.safeParse({ name: "Ada", timeZone }).success).toBe(expected);
});
