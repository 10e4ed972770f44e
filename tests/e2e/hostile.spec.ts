import type { Page } from "@playwright/test";
import { hostileNotes } from "@/tests/unit/episodes/hostile-notes";
import { expect, test } from "./fixtures";
import { enter, newAdmin, newDraft, newPodcaster, newShow, type Podcaster, publish } from "./podcaster";

test.describe.configure({ timeout: 240_000 });

const allowed = "p, ul, ol, li, a, h2, h3, h4, strong, b, em, i, code, pre, blockquote, br, hr";
const title = `<img src=x onerror="alert(1)"></title><script>alert(1)</script>{{7*7}}`;

/** The first that ran would be told by the page, and its refusal by the policy on the console, which must be silent. */
async function listenForHarm(page: Page): Promise<() => Promise<void>> {
  const harm: string[] = [];
  page.context().on("dialog", (dialog) => {
    harm.push(dialog.message());
    void dialog.dismiss();
  });
  return async () => expect(harm).toEqual([]);
}

test("of hostile notes and titles nothing runs on the page of a show, of an episode, or in the feed's markup", async ({
  page,
  house,
}, info) => {
  const unharmed = await listenForHarm(page);
  const podcaster = await newPodcaster(house);
  const { api } = podcaster;
  const show = await newShow(api, title);
  const episode = await newDraft(api, show, info.outputPath("silence.mp3"), 200);
  await publish(api, episode);
  let shown = 0;
  for (const notes of hostileNotes) {
    await write(podcaster, episode, { notes, title });
    await page.goto(new URL(episode.links.page).pathname);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    shown += await page.locator(".notes").count();
    const foreign = await page
      .locator(".notes")
      .evaluateAll(
        (parts, allowed) =>
          parts.flatMap((part) => [...part.querySelectorAll(`:not(${allowed})`)].map((one) => one.outerHTML)),
        allowed,
      );
    expect(foreign, notes).toEqual([]);
  }
  expect(shown).toBeGreaterThan(hostileNotes.length / 2);
  await page.goto(new URL(show.links.page).pathname);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await unharmed();
});

test("nor in the studio and at the desk, where they are edited, listed, compared and logged", async ({
  page,
  house,
}) => {
  const unharmed = await listenForHarm(page);
  const podcaster = await newPodcaster(house);
  const { api } = podcaster;
  const show = await newShow(api, title);
  const [first = "", ...others] = hostileNotes;
  const { id } = await api.post<{ id: string }>(`/shows/${show.slug}/episodes`, { title, notes: first });
  for (const notes of others) await write(podcaster, { id }, { notes });
  await write(podcaster, { id }, { notes: others.slice(20, 40).join("<p></p>") });
  await enter(page, podcaster);
  const studio = `/studio/${show.slug}`;
  await page.goto(`${studio}/episodes/${id}`);
  await expect(page.getByLabel("Title")).toHaveValue(title);
  await expect(page.locator("#notes")).toContainText("words stay");
  await page.getByRole("button", { name: "History" }).click();
  await page.getByRole("dialog").getByRole("listitem").first().getByRole("button").click();
  await expect(page.getByRole("dialog").locator("dl").first()).toBeVisible();
  for (const path of ["/studio", studio, `${studio}/calendar`, `${studio}/settings`]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  await page.goto("about:blank");
  await page.context().clearCookies();
  await enter(page, await newAdmin(house));
  for (const path of ["shows", "episodes", `audit?target=${id}`, `episodes/${id}`]) {
    await page.goto(`/admin/${path}`);
    await expect(page.getByRole("main")).toContainText(title);
  }
  await unharmed();
});

async function write({ api, token }: Podcaster, { id }: { id: string }, fields: object): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, "if-match": "*", "content-type": "application/json" };
  const answer = await fetch(`${api.appUrl}/api/v1/episodes/${id}`, {
    method: "PATCH",
    headers,
    body: JSON.stringify(fields),
  });
  if (!answer.ok) throw new Error(await answer.text());
}
