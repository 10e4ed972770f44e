import type { Locator } from "@playwright/test";
import { expect } from "./fixtures";

/** How somebody touches a page. */
export type Hand = {
  press(target: Locator): Promise<void>;
  /** Typed before the script has come it may be lost: where `until` is told, it is typed until that is seen. */
  type(field: Locator, text: string, until?: Locator): Promise<void>;
  choose(list: Locator, option: string): Promise<void>;
  give(field: Locator, file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void>;
};

export const mouse: Hand = {
  press: (target) => target.click(),
  type: (field, text, until) => typeUntil(field, text, until),
  choose: async (list, option) => void (await list.selectOption(option)),
  give: (field, file) => field.setInputFiles(file),
};

export const finger: Hand = {
  ...mouse,
  press: (target) => target.tap(),
  type: async (field, text, until) => {
    await field.tap();
    await typeUntil(field, text, until);
  },
};

/** The same hand, and how often it pressed something and filled something in. */
export function counting(hand: Hand): { hand: Hand; counted: { presses: number; fields: number } } {
  const counted = { presses: 0, fields: 0 };
  const press: Hand["press"] = (target) => {
    counted.presses += 1;
    return hand.press(target);
  };
  const field = <A extends unknown[]>(fill: (...given: A) => Promise<void>) => {
    return (...given: A) => {
      counted.fields += 1;
      return fill(...given);
    };
  };
  return { hand: { press, type: field(hand.type), choose: field(hand.choose), give: field(hand.give) }, counted };
}

async function typeUntil(field: Locator, text: string, until?: Locator): Promise<void> {
  if (!until) return field.fill(text);
  await expect(async () => {
    await field.fill("");
    await field.fill(text);
    await expect(until).toBeVisible({ timeout: 1_000 });
  }).toPass();
}
