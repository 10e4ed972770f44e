import type { Page } from "@playwright/test";
import { apiClient } from "@/scripts/demo/api-client";
import type { House } from "@/tests/support/house";
import { hostileNotes } from "@/tests/unit/episodes/hostile-notes";
import { clipboards } from "./clipboards";
import { expect, test } from "./fixtures";
import { expectFlawless } from "./flawless";
import { type Episode, enter, newDraft, newPodcaster, newShow, publish } from "./podcaster";

type Saved = Episode & { title: string; notes: string; number: number | null; season: number | null; version: number };

test("what is typed is saved by itself, and is there after a reload", async ({ page, house }) => {
  const { id } = await open(page, house);
  await title(page).fill("  Saved by itself ");
  await notes(page).click();
  await page.keyboard.type("First words at 12:34.");
  await page.getByRole("button", { name: "Use it" }).click();
  await expectSaved(page);
  await expect(page.locator(".notes-editor .seek")).toHaveText("12:34");
  await page.reload();
  await expect(title(page)).toHaveValue("Saved by itself");
  await expect(notes(page)).toHaveText("First words at 12:34.");
  const { number } = await saved(house, id);
  await expect(page.getByLabel("Episode")).toHaveValue(String(number));
});

test.describe("without a connection", () => {
  // A save whose answer was lost on the way is told to be stale when it is sent again.
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED|status of 412/] });

  test("what is typed waits, is saved once there is one again, and survives a reload until then", async ({
    page,
    house,
  }) => {
    const { id } = await open(page, house);
    await page.context().setOffline(true);
    await title(page).fill("Typed in a tunnel");
    await expect(page.getByText("Not saved: no connection, trying again").first()).toBeVisible();
    await page.context().setOffline(false);
    await expectSaved(page);
    expect((await saved(house, id)).title).toBe("Typed in a tunnel");

    await page.route("**/api/studio/episodes/**", (route) => route.abort("internetdisconnected"));
    await title(page).fill("Lost and found");
    await expect(page.getByText("Not saved: no connection, trying again").first()).toBeVisible();
    page.on("dialog", (dialog) => void dialog.accept());
    await page.reload();
    await page.unroute("**/api/studio/episodes/**");
    await expect(title(page)).toHaveValue("Typed in a tunnel");
    await page.getByRole("button", { name: "Bring them back" }).click();
    await expect(title(page)).toHaveValue("Lost and found");
    await expectSaved(page);
    expect((await saved(house, id)).title).toBe("Lost and found");
  });
});

test.describe("a field that cannot be saved", () => {
  test.use({ expectedErrors: [/status of (422|409)/] });

  test("says why beside it, and keeps no other back", async ({ page, house }) => {
    const { id } = await open(page, house);
    await title(page).fill("");
    await page.getByLabel("Address").fill("feed");
    await page.getByLabel("Season").fill("four");
    await page.getByLabel("Episode").fill("4");
    await expect(title(page)).toHaveAccessibleDescription("An episode needs a title.");
    await expect(page.getByLabel("Season")).toHaveAccessibleDescription("Must be a whole number from 1.");
    await expect(page.getByLabel("Address")).toHaveAccessibleDescription(/pages need; choose another/);
    await expect(page.getByText("Not saved: the title, the season and the address").first()).toBeVisible();
    await expect.poll(async () => (await saved(house, id)).number).toBe(4);
    expect(await saved(house, id)).toMatchObject({ title: "A draft", season: null });
  });
});

test("an earlier version is compared, restored, and taken back", async ({ page, house }) => {
  const { id } = await open(page, house, { title: "As it began", notes: "<p>One two three.</p>" });
  await title(page).fill("As it went on");
  await expectSaved(page);
  await page.getByRole("button", { name: "History" }).click();
  const saves = page.getByRole("dialog").getByRole("listitem");
  await expect(saves).toHaveCount(2);
  await saves.first().getByRole("button").click();
  await expect(saves.first().locator("ins").first()).toContainText("went on");
  await expect(saves.first().locator("del").first()).toContainText("began");
  await saves.last().getByRole("button").click();
  await saves.last().getByRole("button", { name: "Restore this version" }).click();
  await expect(title(page)).toHaveValue("As it began");
  await page.getByRole("button", { name: "Undo", exact: true }).last().click();
  await expect(title(page)).toHaveValue("As it went on");
  await expect.poll(async () => (await saved(house, id)).title).toBe("As it went on");
});

test.describe("when the connection is lost", () => {
  test.use({ expectedErrors: [/ERR_FAILED/] });

  test("the history says that the earlier saves did not arrive, and they do the next time", async ({ page, house }) => {
    const { id } = await open(page, house);
    await saveOften(page, id, 31);
    await page.getByRole("button", { name: "History" }).click();
    const dialog = page.getByRole("dialog");
    const saves = dialog.getByRole("listitem");
    await expect(saves).toHaveCount(30);
    await page.route("**/revisions?before=*", (route) => route.abort(), { times: 1 });
    await dialog.getByRole("button", { name: "Show earlier saves" }).click();
    await expect(dialog.getByRole("status").filter({ hasText: "The earlier saves did not arrive" })).toBeVisible();
    await dialog.getByRole("button", { name: "Show earlier saves" }).click();
    await expect.poll(() => saves.count()).toBeGreaterThan(30);
    await expect(dialog.getByText("did not arrive")).toHaveCount(0);
  });
});

test("what is pasted from other programs is kept as far as notes go", async ({ page, house }) => {
  const { id } = await open(page, house);
  for (const { html, kept } of Object.values(clipboards)) {
    await paste(page, html);
    await expect.poll(async () => (await saved(house, id)).notes).toBe(kept);
  }
});

test("the whole editor works by keyboard", async ({ page, house }) => {
  const { id } = await open(page, house);
  await notes(page).focus();
  await page.keyboard.type("bold words");
  // The editor does this itself; of what the browser selects it would hear in its own time.
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.press("Shift+Tab");
  await expect(page.getByLabel("Kind of paragraph")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("button", { name: "Bold" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(notes(page)).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await page.getByRole("button", { name: "Link", exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Address").last().fill("example.org/there");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect
    .poll(async () => (await saved(house, id)).notes)
    .toBe('<p><a href="https://example.org/there" rel="nofollow noopener ugc"><strong>bold words</strong></a></p>');
});

test("hostile notes and titles stay words, in the editor, on the page and in the feed", async ({
  page,
  house,
}, testInfo) => {
  const { show, episode } = await onTheAir(page, house, testInfo.outputPath("silence.mp3"));
  const alarms: string[] = [];
  page.on("dialog", (dialog) => {
    alarms.push(dialog.message());
    void dialog.dismiss();
  });
  for (const part of inParts(hostileNotes, 12)) {
    await page.goto(`/studio/${show.slug}/episodes/${episode.id}`);
    await expect(page.getByRole("toolbar", { name: "Formatting" })).toBeVisible();
    expect(await write(page, episode.id, { title: (part[0] ?? "").slice(0, 250), notes: part.join("\n") })).toBe(200);
    await page.reload();
    await expect(page.getByRole("toolbar", { name: "Formatting" })).toBeVisible();
    await page.goto(episode.links.page);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const feed = await (await page.request.get(show.links.feed)).text();
    expect(feed).not.toMatch(/<(script|img|svg|iframe)\b/i);
  }
  expect(alarms).toEqual([]);
});

test("times in the notes play from there", async ({ page, house }, testInfo) => {
  const { episode } = await onTheAir(page, house, testInfo.outputPath("silence.mp3"));
  expect(await write(page, episode.id, { notes: "<p>Listen at 0:07, not at 12:34.</p>" })).toBe(200);
  await page.goto(episode.links.page);
  await expect(page.getByRole("link", { name: "12:34" })).toBeHidden();
  await page.getByRole("link", { name: "0:07" }).click();
  const player = page.getByRole("region", { name: "Player" }).first();
  await expect(player.getByText(/^0:(?:0[7-9]|1\d)$/).first()).toBeVisible();
});

for (const viewport of [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
])
  for (const colorScheme of ["light", "dark"] as const)
    test.describe(`at ${viewport.width} px, ${colorScheme}`, () => {
      test.use({ viewport, colorScheme });

      test("the editor is accessible and nothing sticks out of it", async ({ page, house }) => {
        const fields = {
          title: `A title that goes on for a while, as titles do, with a word of ${"W".repeat(120)}`,
          notes: "<h2>Head</h2><ul><li>0:05 a</li></ul>",
        };
        await open(page, house, fields);
        await expectFlawless(page);
        await page.getByRole("button", { name: "History" }).click();
        await page.getByRole("dialog").getByRole("listitem").getByRole("button").click();
        await expectFlawless(page);
      });
    });

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the form saves all the same", async ({ page, house }) => {
    const { id } = await open(page, house, { notes: "<p>Before</p>" });
    await title(page).fill("Saved by hand");
    await page.getByLabel("Notes, as HTML").fill("<p>After <script>alert(1)</script></p>");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(title(page)).toHaveValue("Saved by hand");
    await expect.poll(async () => (await saved(house, id)).notes).toBe("<p>After </p>");
  });
});

const title = (page: Page) => page.getByLabel("Title", { exact: true });
const notes = (page: Page) => page.getByRole("textbox", { name: "Notes" });

const expectSaved = (page: Page) => expect(page.getByRole("status").getByText("Saved", { exact: true })).toBeAttached();

/** A new draft in the demo's show, open before its owner. */
async function open(page: Page, house: House, fields: object = {}): Promise<{ id: string }> {
  const { demo } = house;
  const api = apiClient(house.url, demo.token);
  const show = new URL(demo.page).pathname.slice(1);
  const { id } = await api.post<Episode>(`/shows/${show}/episodes`, { title: "A draft", ...fields });
  await enter(page, demo);
  await page.goto(`/studio/${show}/episodes/${id}`);
  if (await page.evaluate(() => matchMedia("(scripting: enabled)").matches).catch(() => false))
    await expect(page.getByRole("toolbar", { name: "Formatting" })).toBeVisible();
  return { id };
}

/** An episode of a newcomer's that is published, and the newcomer signed in. */
async function onTheAir(page: Page, house: House, file: string) {
  const podcaster = await newPodcaster(house);
  const show = await newShow(podcaster.api, "Hostile");
  const episode = await publish(podcaster.api, await newDraft(podcaster.api, show, file, 600));
  await enter(page, podcaster);
  return { show, episode };
}

/** A save as the editor sends it; gives the status. */
const write = (page: Page, id: string, fields: object): Promise<number> =>
  page.evaluate(
    async ([episode, body]) => {
      const headers = { "if-match": "*" };
      return (await fetch(`/api/studio/episodes/${episode}`, { method: "PATCH", body, headers })).status;
    },
    [id, JSON.stringify(fields)] as const,
  );

const saved = (house: House, id: string) => apiClient(house.url, house.demo.token).get<Saved>(`/episodes/${id}`);

/** So many saves that the history keeps: each takes away more than goes in passing. */
async function saveOften(page: Page, id: string, times: number): Promise<void> {
  for (let time = 0; time < times; time++)
    for (const notes of [`<p>${"much ".repeat(20)}</p>`, `<p>${time}</p>`])
      expect(await write(page, id, { notes })).toBe(200);
}

/** A paste over everything, as a browser hands it to the page. */
async function paste(page: Page, html: string): Promise<void> {
  await notes(page).click();
  await page.keyboard.press("ControlOrMeta+A");
  await notes(page).evaluate((field, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", text);
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, html);
}

function inParts<T>(list: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}
