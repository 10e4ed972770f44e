import type { Metadata } from "next";
import { Suspense } from "react";
import { FocusKept } from "@/components/ui/focus-kept";
import { PageHeading } from "@/components/ui/page-heading";
import type { Actor } from "@/lib/accounts/actor";
import { listOwnTokens } from "@/lib/accounts/tokens";
import { listWorkspacesFor } from "@/lib/accounts/workspaces";
import { requireSignedIn } from "@/lib/web/session";
import { LinesToCome } from "../lines-to-come";
import { createToken, revokeToken } from "./actions";
import { NewToken } from "./new-token";
import { TokenList } from "./token-list";

export const metadata: Metadata = { title: "Tokens" };

export default async function TokensPage() {
  const actor = await requireSignedIn();
  return (
    <>
      <PageHeading title="Tokens">
        <p>
          A token lets a program of yours use the API as you: it may do in one workspace what you may do there, until
          you revoke it.
        </p>
      </PageHeading>
      <Suspense fallback={<LinesToCome words="The tokens are on their way." className="mt-10 lg:mt-14" />}>
        <Tokens actor={actor} />
      </Suspense>
    </>
  );
}

async function Tokens({ actor }: { actor: Actor }) {
  const [tokens, workspaces] = await Promise.all([listOwnTokens(actor), listWorkspacesFor(actor, "editor")]);
  return (
    <div className="mt-10 grid gap-x-20 gap-y-14 lg:mt-14 lg:grid-cols-[minmax(0,20rem)_minmax(0,1fr)]">
      {workspaces.length > 0 && <NewToken workspaces={workspaces} create={createToken} />}
      <FocusKept label="Tokens">
        <TokenList tokens={tokens} severalWorkspaces={workspaces.length > 1} revoke={revokeToken} />
      </FocusKept>
    </div>
  );
}
