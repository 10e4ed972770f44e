import { describe, expect, it } from "vitest";
import { categories, formatCategory, parseCategory } from "@/lib/shows/categories";

describe("Apple's categories", () => {
  it("are 19 with 91 subcategories", () => {
    expect(categories).toHaveLength(19);
    expect(categories.flatMap(({ subcategories }) => subcategories)).toHaveLength(91);
  });

  it("are written and read back alike, each and every one", () => {
    const all = categories.flatMap(({ name, subcategories }) =>
      [null, ...subcategories].map((subcategory) => ({ category: name, subcategory })),
    );
    expect(all).toHaveLength(110);
    expect(all.map((category) => parseCategory(formatCategory(category)))).toEqual(all);
  });

  it.each([
    ["Arts > Books", { category: "Arts", subcategory: "Books" }],
    ["  Kids & Family>Parenting ", { category: "Kids & Family", subcategory: "Parenting" }],
    ["True Crime", { category: "True Crime", subcategory: null }],
    ["Religion & Spirituality > Religion", { category: "Religion & Spirituality", subcategory: "Religion" }],
  ])("read %j", (text, category) => {
    expect(parseCategory(text)).toEqual(category);
  });

  it.each(["", "arts", "Arts > ", "Arts > Parenting", "Books", "Arts > Books > Novels", "Technology > Gadgets"])(
    "refuse %j",
    (text) => {
      expect(parseCategory(text)).toBeNull();
    },
  );
});
