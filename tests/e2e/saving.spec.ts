import type { Route } from "@playwright/test";
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
  const words = page.getByText(/^Saved \d+ s ago$/);
  for (const title of ["A better title", "The best title"]) {
    const held = Promise.withResolvers<Route>();
    await page.route(`**/api/studio/episodes/${id}`, (route) =>
      route.request().method() === "PATCH" ? held.resolve(route) : route.continue(),
    );
    await page.getByLabel("Title", { exact: true }).fill(title);
    await expect(page.getByText("Saving…").first()).toBeVisible();
    await expect(words).toBeHidden();
    await (await held.promise).continue();
    await page.unrouteAll();
    await expect(words).toBeVisible();
  }
  expect(await podcaster.api.get(`/episodes/${id}`)).toMatchObject({ title: "The best title" });
});
