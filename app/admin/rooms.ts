export type Room = { href: string; name: string };
type Wing = { name: string; rooms: Room[] };

/** The rooms of the house admin's desk, as the navigation lists them. */
export const wings: Wing[] = [
  { name: "The house", rooms: [{ href: "/admin", name: "Overview" }] },
  {
    name: "People",
    rooms: [
      { href: "/admin/accounts", name: "Accounts" },
      { href: "/admin/workspaces", name: "Workspaces" },
      { href: "/admin/plans", name: "Plans" },
    ],
  },
];

/** The room that an address is in; the page of one account belongs to Accounts. */
export function roomAt(path: string): Room | undefined {
  const rooms = wings.flatMap((wing) => wing.rooms).toSorted((a, b) => a.href.length - b.href.length);
  return rooms.findLast(({ href }) => path === href || path.startsWith(`${href}/`));
}
