import type { Locator } from "@playwright/test";

/** How somebody touches a page. */
export type Hand = {
  press(target: Locator): Promise<void>;
  type(field: Locator, text: string): Promise<void>;
  choose(list: Locator, option: string): Promise<void>;
  give(field: Locator, file: Given): Promise<void>;
  slide(slider: Locator, to: number): Promise<void>;
};

export type Given = string | { name: string; mimeType: string; buffer: Buffer };

export const mouse: Hand = {
  press: (target) => target.click(),
  type: (field, text) => field.fill(text),
  choose: async (list, option) => void (await list.selectOption(option)),
  give: (field, file) => field.setInputFiles(file),
  slide: (slider, to) => slider.fill(String(to)),
};

export const finger: Hand = {
  ...mouse,
  press: (target) => target.tap(),
  type: async (field, text) => {
    await field.tap();
    await field.fill(text);
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
  const fields = { type: field(hand.type), choose: field(hand.choose), give: field(hand.give) };
  return { hand: { ...hand, press, ...fields }, counted };
}
