import { expect, test } from "./fixtures";
import { expectEditor } from "./journey";
import { type Episode, enter, newPodcaster, newShow } from "./podcaster";

test("the editor says in words whether what is typed is saved, and for how long it has been", async ({
  page,
  house,
}) => {
  const podcaster = await newPodcaster(house);
  const show = await newShow(podcaster.api, "Kept");
  const { id } = await podcaster.api.post<Episode>(`/shows/${show.slug}/episodes`, { title: "A draft" });
  await enter(page, podcaster);
  await page.goto(`/studio/${show.slug}/episodes/${id}`);
  await expectEditor(page);
  await page.getByLabel("Title", { exact: true }).fill("A better title");
  await expect(page.getByText(/^(Not yet saved|Saving…)$/).first()).toBeVisible();
  await expect(page.getByText(/^Saved [2-9] s ago$/)).toBeVisible();
  await page.getByLabel("Title", { exact: true }).fill("The best title");
  await expect(page.getByText(/^Saved \d+ s ago$/)).toBeHidden();
  await expect(page.getByText(/^Saved [2-9] s ago$/)).toBeVisible();
  expect(await podcaster.api.get(`/episodes/${id}`)).toMatchObject({ title: "The best title" });
});
