import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { type ApiClient, apiClient } from "@/scripts/demo/api-client";
import { uploadFile } from "@/scripts/demo/upload";
import { type Answer, longwave } from "@/tests/support/command-line";
import type { House } from "@/tests/support/house";
import { picture } from "@/tests/support/pictures";
import { mpegFrames } from "@/tests/support/synthetic-audio";
import { expectAwake } from "./awake";
import { expect } from "./fixtures";

export type Show = { slug: string; links: { feed: string; page: string } };

export type Episode = {
  id: string;
  guid: string;
  state: string;
  enclosure: { url: string; length: number };
  links: { page: string };
};

export type Signer = { email: string; password: string };

export type Podcaster = Signer & { token: string; api: ApiClient };

/** Somebody new with a workspace and a token, made by the operator's command line beside the running server. */
export async function newPodcaster(house: House): Promise<Podcaster> {
  const email = `podcaster-${randomBytes(6).toString("hex")}@example.org`;
  const password = randomBytes(12).toString("hex");
  await operate(house, ["user", "create", "--email", email, "--password", password]);
  const { line } = await operate(house, ["token", "create", "--email", email, "--name", "tests"]);
  const token = String(line.token);
  return { email, password, token, api: apiClient(house.url, token) };
}

/** Somebody new who runs the house. */
export async function newAdmin(house: House): Promise<Signer> {
  const signer = { email: `desk-${randomBytes(6).toString("hex")}@example.org`, password: "the keys of the house" };
  await operate(house, ["user", "create", "--email", signer.email, "--password", signer.password, "--admin"]);
  return signer;
}

/** Signs in with the browser; `at` is where that leads. */
export async function enter(page: Page, signer: Signer, at = "/studio"): Promise<void> {
  await giveName(page, signer);
  await expect(page).toHaveURL(at);
  await expectAwake(page);
}

/** At the desk, to the page of one account. */
export async function findAccount(page: Page, email: string): Promise<void> {
  await page.goto("/admin/accounts");
  await page.getByRole("searchbox").fill(email.toUpperCase());
  await page.getByRole("searchbox").press("Enter");
  await expect(page).toHaveURL(/q=/);
  await page.getByRole("rowheader").filter({ hasText: email }).getByRole("link").press("Enter");
  await expect(page.getByRole("heading", { name: "Signing in" })).toBeVisible();
}

/** At the door, without waiting for where it leads. */
export async function giveName(page: Page, { email, password }: Signer): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** The way back in the toast that says `title`. */
export const undo = (page: Page, title: string): Locator =>
  page.getByRole("dialog", { name: title }).getByRole("button", { name: "Undo" });

/** `npm run -s longwave -- …` on the house's machine. Rejects with its words when it fails. */
export async function operate(house: House, args: string[]): Promise<Answer> {
  const answer = await longwave(args, house.settings);
  if (answer.code !== 0) throw new Error(answer.words);
  return answer;
}

/** A show that lacks nothing but episodes. */
export async function newShow(api: ApiClient, title: string): Promise<Show> {
  const facts = { title, description: "Made for a test.", language: "en", category: "Technology" };
  const show = await api.post<Show>("/shows", facts);
  await api.put(`/shows/${show.slug}/artwork`, await picture());
  return show;
}

/** A draft whose audio is `frames` silent MP3 frames of 417 bytes, sent by way of `file`. */
export async function newDraft(api: ApiClient, show: Show, file: string, frames: number): Promise<Episode> {
  await writeFile(file, mpegFrames(frames));
  const { mediaId } = await uploadFile(api, show.slug, file);
  return api.post<Episode>(`/shows/${show.slug}/episodes`, { title: "Silence", media: mediaId });
}

/** Somebody new with a show, and a draft in it with ten seconds of silence, sent by way of `file`. */
export async function newScene(house: House, title: string, file: string) {
  const podcaster = await newPodcaster(house);
  const show = await newShow(podcaster.api, title);
  return { podcaster, show, draft: await newDraft(podcaster.api, show, file, 400) };
}

export const publish = (api: ApiClient, { id }: Episode, at?: Date): Promise<Episode> =>
  api.put<Episode>(`/episodes/${id}/publication`, { at: at?.toISOString() });
