import type { Browser, Page } from "@playwright/test";
import { apiClient } from "@/scripts/demo/api-client";
import type { House } from "@/tests/support/house";
import { enter, newColleague, type Signer } from "./colleague";
import { expect, test } from "./fixtures";
import type { Episode } from "./podcaster";

// What was refused as stale is what this story is about.
test.use({ expectedErrors: [/status of 412/] });

test("two people write in one episode: they see each other, and what each writes", async ({ browser, house }) => {
  const { mine, theirs } = await openTwice(browser, house);
  await expect(mine.getByText("Mara Lund has this open too")).toBeVisible();
  await expect(theirs.getByText("Longwave Demo has this open too")).toBeVisible();

  // What I did not touch becomes theirs under my hands; the caret stays where it is.
  await mine.getByRole("textbox", { name: "Notes" }).focus();
  await title(theirs).fill("Named by Mara");
  await expect(title(mine)).toHaveValue("Named by Mara");
  await expect(mine.getByText("Mara Lund saved the title.")).toBeVisible();
  await expect(mine.getByRole("textbox", { name: "Notes" })).toBeFocused();

  // Both write at once, in different fields.
  await mine.getByRole("textbox", { name: "Notes" }).fill("Notes of mine.");
  await theirs.getByLabel("Season").fill("3");
  await expect(theirs.getByRole("textbox", { name: "Notes" })).toHaveText("Notes of mine.");
  await expect(mine.getByLabel("Season")).toHaveValue("3");
  await mine.reload();
  await expect(title(mine)).toHaveValue("Named by Mara");
  await expect(mine.getByRole("textbox", { name: "Notes" })).toHaveText("Notes of mine.");

  await theirs.close();
  await expect(mine.getByText("Mara Lund has this open too")).toBeHidden();
  await mine.context().close();
});

const title = (page: Page) => page.getByLabel("Title", { exact: true });

/** One episode, open before its owner and before Mara, who edits in the same workspace. */
async function openTwice(browser: Browser, house: House) {
  const { demo } = house;
  const api = apiClient(house.url, demo.token);
  const show = new URL(demo.page).pathname.slice(1);
  const { id } = await api.post<Episode>(`/shows/${show}/episodes`, { title: "Two of us" });
  const mara = await newColleague(house, demo, "Mara Lund");
  const open = async (signer: Signer) => {
    const page = await (await browser.newContext({ baseURL: house.url })).newPage();
    await enter(page, signer);
    await page.goto(`/studio/${show}/episodes/${id}`);
    await expect(page.getByRole("toolbar", { name: "Formatting" })).toBeVisible();
    return page;
  };
  return { mine: await open(demo), theirs: await open(mara) };
}
