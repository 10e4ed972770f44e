import type { Browser, Page } from "@playwright/test";
import { apiClient } from "@/scripts/demo/api-client";
import type { House } from "@/tests/support/house";
import { elsewhere } from "./awake";
import { newColleague } from "./colleague";
import { expect, test } from "./fixtures";
import { type Episode, enter, type Signer } from "./podcaster";

// What was refused as stale is what these stories are about; so is a lost connection.
test.use({ expectedErrors: [/status of 412|ERR_INTERNET_DISCONNECTED/] });

test("two people write in one episode: they see each other, and what each writes", async ({ browser, house }) => {
  const { mine, theirs } = await openTwice(browser, house);
  await expect(mine.getByText("Mara Lund has this open too")).toBeVisible();
  await expect(theirs.getByText("Longwave Demo has this open too")).toBeVisible();

  // What I did not touch becomes theirs under my hands; the caret stays where it is.
  await mine.getByRole("textbox", { name: "Notes" }).focus();
  await title(theirs).fill("Named by Mara");
  await expect(title(mine)).toHaveValue("Named by Mara");
  await expect(mine.getByText(/^Mara Lund saved the title/)).toBeVisible();
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
  // Should the word of it be lost with the tab, it shows when nothing is heard from there any more.
  await expect(mine.getByText("Mara Lund has this open too")).toBeHidden({ timeout: 60_000 });
  await mine.context().close();
});

test("what both changed asks, and loses neither", async ({ browser, house }) => {
  const { mine, theirs } = await openTwice(browser, house);
  await mine.context().setOffline(true);
  await title(mine).fill("My title");
  await mine.getByLabel("Episode").fill("7");
  await expect(mine.getByText("Not saved: no connection, trying again").first()).toBeVisible();
  await title(theirs).fill("Mara’s title");
  await theirs.getByRole("textbox", { name: "Notes" }).fill("Mara’s notes.");
  await expectSaved(theirs);
  await mine.context().setOffline(false);

  const question = mine.getByRole("group", { name: "Two versions of the title" });
  await expect(question).toContainText("Mara’s title");
  await expect(title(mine)).toHaveValue("My title");
  await expect(mine.getByRole("textbox", { name: "Notes" })).toHaveText("Mara’s notes.");
  await expect(theirs.getByLabel("Episode")).toHaveValue("7");
  await expect(title(theirs)).toHaveValue("Mara’s title");
  await question.getByRole("button", { name: "Keep yours" }).click();
  await expect(title(mine)).toBeFocused();
  await expect(title(theirs)).toHaveValue("My title");

  // Not offline once more: what the page asks for again just then would be lost with it.
  await mine.route("**/api/studio/episodes/*", (route) =>
    route.request().method() === "PATCH" ? route.abort("internetdisconnected") : route.continue(),
  );
  await title(mine).fill("My second title");
  await title(theirs).fill("Mara’s second title");
  await expectSaved(theirs);
  await expect(question).toContainText("Mara’s second title");
  await mine.unrouteAll();
  await question.getByRole("button", { name: "Take theirs" }).click();
  await expect(title(mine)).toBeFocused();
  await expect(title(mine)).toHaveValue("Mara’s second title");
  await expectSaved(mine);
  await Promise.all([mine.context().close(), theirs.context().close()]);
});

const title = (page: Page) => page.getByLabel("Title", { exact: true });

const expectSaved = (page: Page) => expect(page.getByRole("status").getByText("Saved", { exact: true })).toBeAttached();

/** One episode, open before its owner and before Mara, who edits in the same workspace. */
async function openTwice(browser: Browser, house: House) {
  const { demo } = house;
  const api = apiClient(house.url, demo.token);
  const show = new URL(demo.page).pathname.slice(1);
  const { id } = await api.post<Episode>(`/shows/${show}/episodes`, { title: "Two of us" });
  const mara = await newColleague(house, demo, "Mara Lund");
  const open = async (signer: Signer) => {
    const page = await elsewhere(browser, house);
    await enter(page, signer);
    await page.goto(`/studio/${show}/episodes/${id}`);
    await expect(page.getByRole("toolbar", { name: "Formatting" })).toBeVisible();
    return page;
  };
  return { mine: await open(demo), theirs: await open(mara) };
}
