import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { type ApiClient, apiClient } from "@/scripts/demo/api-client";
import type { House } from "@/tests/support/house";
import { expect } from "./fixtures";
import { operate } from "./podcaster";

/** Somebody who works in the browser and has a token beside it. */
export type Resident = { email: string; password: string; token: string; api: ApiClient };

export async function newResident(house: House): Promise<Resident> {
  const email = `resident-${randomBytes(6).toString("hex")}@example.org`;
  const password = randomBytes(12).toString("hex");
  await operate(house, ["user", "create", "--email", email, "--password", password]);
  const { line } = await operate(house, ["token", "create", "--email", email, "--name", "tests"]);
  const token = String(line.token);
  return { email, password, token, api: apiClient(house.url, token) };
}

export async function enter(page: Page, { email, password }: Resident): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/studio");
}
