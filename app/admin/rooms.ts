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
      { href: "/admin/invitations", name: "Invitations" },
    ],
  },
  {
    name: "What is on the air",
    rooms: [
      { href: "/admin/on-air", name: "On air" },
      { href: "/admin/shows", name: "Shows" },
      { href: "/admin/episodes", name: "Episodes" },
    ],
  },
  {
    name: "Works",
    rooms: [
      { href: "/admin/jobs", name: "Jobs" },
      { href: "/admin/outbox", name: "Outbox" },
      { href: "/admin/audit", name: "Audit log" },
      { href: "/admin/house", name: "Settings" },
    ],
  },
];

/** The room that an address is in; the page of one account belongs to Accounts. */
export function roomAt(path: string): Room | undefined {
  const rooms = wings.flatMap((wing) => wing.rooms).toSorted((a, b) => a.href.length - b.href.length);
  return rooms.findLast(({ href }) => path === href || path.startsWith(`${href}/`));
}
