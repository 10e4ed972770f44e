type Role = "owner" | "admin" | "editor" | "analyst";

export const roleNames: Record<Role, string> = { owner: "Owner", admin: "Admin", editor: "Editor", analyst: "Analyst" };

/** What somebody with this role may do. */
export const roleWords: Record<Role, string> = {
  owner: "Everything, and has the last word on members.",
  admin: "Makes and deletes shows, and invites people.",
  editor: "Writes, uploads and publishes episodes.",
  analyst: "Sees everything, changes nothing.",
};

/** "“A”, “B” and “C”" */
export const titlesInWords = (titles: string[]): string =>
  new Intl.ListFormat("en").format(titles.map((title) => `“${title}”`));
