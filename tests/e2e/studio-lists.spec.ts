import { gzipSync } from "node:zlib";
import { expect, test } from "./fixtures";
import { enter } from "./podcaster";

test("episodes are searched, filtered and sorted by the address", async ({ page, demo }) => {
  const [first] = demo.episodes;
  await enter(page, demo);
  await page.goto(`${demo.studio}?state=published`); // others write drafts in this show
  const rows = page.getByRole("table").getByRole("row");
  await expect(rows).toHaveCount(demo.episodes.length + 1);
  await page.getByRole("columnheader", { name: "Title" }).getByRole("link").click();
  await expect(page).toHaveURL(/sort=title/);
  const titles = demo.episodes.map(({ title }) => title).sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
  await expect(rows.getByRole("rowheader").getByRole("link")).toHaveText(titles);
  await page.getByRole("searchbox").fill(first?.title.toUpperCase() ?? "");
  await page.getByRole("searchbox").press("Enter");
  await expect(page).toHaveURL(/q=/);
  await expect(rows).toHaveCount(2);
  await page.goto(`${demo.studio}?state=scheduled`);
  await page.getByRole("link", { name: "Show all episodes" }).click();
  await expect(rows.filter({ hasText: first?.title })).toHaveCount(1);
});

test("whoever signs out by the account's menu is out at once", async ({ page, demo }) => {
  await enter(page, demo);
  await page.getByRole("button", { name: /^Account of/ }).press("Enter");
  await page.getByRole("menuitem", { name: "Sign out" }).press("Enter");
  await expect(page).toHaveURL("/sign-in");
  await page.goto("/studio");
  await expect(page).toHaveURL("/sign-in?next=%2Fstudio");
});

test("the studio sends at most 280 KB of script, gzipped", async ({ page, demo }) => {
  await enter(page, demo);
  for (const path of ["/studio", "/studio/new", "/studio/tokens", demo.studio]) {
    // Fetched again afterwards: the body of an answer to a page that was just left can no longer be read.
    const scripts = new Set<string>();
    page.on("response", (response) => {
      if (response.request().resourceType() === "script") scripts.add(response.url());
    });
    await page.goto(path, { waitUntil: "networkidle" });
    const bodies = await Promise.all([...scripts].map(async (url) => (await page.request.get(url)).body()));
    const sizes = bodies.map((script) => gzipSync(script).length);
    expect(sizes.length).toBeGreaterThan(0);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(280_000);
    page.removeAllListeners("response");
  }
});
