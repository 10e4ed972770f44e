/** The rooms of the studio that everybody has, as the navigation and the search list them. */
export const rooms = [
  { href: "/studio", name: "Shows" },
  { href: "/studio/workspaces", name: "Workspaces" },
  { href: "/studio/tokens", name: "Tokens" },
];
