import apple from "@/lib/shows/apple-categories.json" with { type: "json" };

export type Category = { category: string; subcategory: string | null };

/** Apple's 19 categories with their subcategories, spelled as a feed must spell them. */
export const categories: readonly { name: string; subcategories: string[] }[] = apple.categories;

const known = new Map(categories.map(({ name, subcategories }) => [name, new Set(subcategories)]));

/** "Arts > Books" or "Arts"; null for what is not on Apple's list. Case counts, spaces around ">" do not. */
export function parseCategory(text: string): Category | null {
  const [name = "", sub, ...more] = text.split(">").map((part) => part.trim());
  const subcategories = known.get(name);
  if (!subcategories || more.length > 0) return null;
  if (sub === undefined) return { category: name, subcategory: null };
  return subcategories.has(sub) ? { category: name, subcategory: sub } : null;
}

export function formatCategory({ category, subcategory }: Category): string {
  return subcategory ? `${category} > ${subcategory}` : category;
}
