import { findWorkspaceFor } from "@/lib/accounts/queries";
import { createTokenFor } from "@/lib/accounts/token-mutations";
import type { Person } from "@/tests/support/people";
import { present } from "@/tests/support/shows";
import {
  admins,
  editors,
  editorsInWorkspace,
  members,
  notAPicture,
  nothing,
  ofOurPages,
  owners,
  type Row,
  signedIn,
  studio,
} from "./row";

export const studioRows: Row[] = [
  studio("", "PAGE", signedIn, nothing),
  studio("new/", "PAGE", signedIn, nothing),
  studio("tokens/", "PAGE", signedIn, nothing),
  studio("[show]/", "PAGE", members, ({ show }) => ({ params: { show: show.slug } })),
  studio("new/", "createShow", admins, ({ show }) => ({
    form: { title: "New", language: "en", category: "Arts", workspace: show.workspaceId },
  })),
  studio("new/", "correctShow", editors, ({ show }) => ({
    form: { show: show.slug, title: "Told anew", language: "en", category: "Arts" },
  })),
  studio("[show]/", "describeShow", editors, ({ show }) => ({
    form: { show: show.slug, version: String(show.version), description: "Told anew." },
  })),
  studio("tokens/", "createToken", editorsInWorkspace, ({ show }) => ({
    form: { name: "New", workspace: show.workspaceId },
  })),
  studio("tokens/", "revokeToken", owners, async ({ owner }) => ({ form: { token: await tokenOf(owner) } })),
  {
    ...{ route: "app/api/studio/shows/[slug]/artwork/route.ts", method: "PUT", may: editors, status: 422 },
    ask: ({ show }) => ({ ...ofOurPages, params: { slug: show.slug }, ...notAPicture }),
  },
];

async function tokenOf({ actor, workspaceId }: Person): Promise<string> {
  const workspace = present(await findWorkspaceFor(actor, workspaceId, "editor"));
  return (await createTokenFor(workspace, "laptop")).token.id;
}
