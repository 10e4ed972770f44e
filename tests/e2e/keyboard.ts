import type { Locator, Page } from "@playwright/test";
import { expect } from "./fixtures";
import type { Given, Hand } from "./hand";

const MOST_STOPS = 80;

/** Presses Tab until the focus is on the target; at each stop on the way it can be seen where the focus is. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
    await expect.poll(() => page.evaluate(focusShown), { message: "what has the focus shows it" }).toBe("shown");
  }
  throw new Error(`The focus does not get to ${target} in ${MOST_STOPS} steps.`);
}

async function pressOn(page: Page, target: Locator, key = "Enter"): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** What is in the field gives way. */
async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(text);
}

/** Through the window that the file field opens. */
async function giveFile(page: Page, field: Locator, file: Given): Promise<void> {
  const opening = page.waitForEvent("filechooser");
  await pressOn(page, field, "Space");
  await (await opening).setFiles(file);
}

/** Nothing but keys: Tab leads everywhere, within a group of choices the arrows do. */
export const keyboard: Hand = {
  press: async (target) => {
    const page = target.page();
    if (!(await isChoice(target))) return pressOn(page, target);
    await tabTo(page, target.locator("xpath=ancestor::fieldset[1]").getByRole("radio", { checked: true }));
    for (let stop = 0; stop < MOST_STOPS && !(await target.isChecked()); stop++) await page.keyboard.press("ArrowDown");
  },
  type: async (field, text) => {
    const isDay = await field.evaluate((element) => element instanceof HTMLInputElement && element.type === "date");
    if (!isDay) return typeInto(field.page(), field, text);
    await tabTo(field.page(), field);
    const [year = "", month = "", day = ""] = text.split("-");
    await field.page().keyboard.type(`${month}${day}${year}`); // as the browser's own language has it
  },
  choose: async (list, option) => {
    await tabTo(list.page(), list);
    await list.page().keyboard.type(option);
  },
  give: (field, file) => giveFile(field.page(), field, file),
  slide: async (slider, to) => {
    await tabTo(slider.page(), slider);
    while (Number(await slider.inputValue()) < to) await slider.press("PageUp");
  },
};

const isChoice = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element instanceof HTMLInputElement && element.type === "radio");

/** Run in the browser: "shown", or the markup of what has the focus and does not show it. */
function focusShown(): string {
  const focused = document.activeElement;
  // The browser's own bar and the parts of its own player show it by themselves.
  if (!focused || focused === document.body || focused instanceof HTMLMediaElement) return "shown";
  // The ring of a slider is about its thumb, whose look no script can read.
  if (focused instanceof HTMLInputElement && focused.type === "range") return "shown";
  const isSeen = (element: Element) => getComputedStyle(element).opacity !== "0" && element.getClientRects().length > 0;
  const isRinged = (element: Element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return isSeen(element) && outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
  };
  const isLit = isSeen(focused) && getComputedStyle(focused).boxShadow !== "none";
  // A file field and a choice lie unseen over the label that shows for them.
  const label = focused.closest("label");
  return isLit || isRinged(focused) || (label && isRinged(label)) ? "shown" : focused.outerHTML.slice(0, 200);
}
