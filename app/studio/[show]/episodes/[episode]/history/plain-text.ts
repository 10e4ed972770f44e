const letters: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };

/** Clean notes as the words that are read, a line for each paragraph and item. */
export const plainText = (html: string): string =>
  html
    .replace(/<li>/g, "– ")
    .replace(/<\/(?:p|li|h2|h3|h4|pre|blockquote|ul|ol)>|<[bh]r \/>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/\n{2,}/g, "\n")
    .replace(/&(?:lt|gt|amp);/g, (entity) => letters[entity] ?? "")
    .trim();
