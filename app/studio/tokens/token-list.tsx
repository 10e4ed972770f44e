import { LocalTime } from "@/components/local-time";
import { EmptyState } from "@/components/ui/empty-state";
import type { OwnToken } from "@/lib/accounts/tokens";
import type { ActionState } from "@/lib/web/action";
import { EndDialog } from "../end-dialog";

type Props = {
  tokens: OwnToken[];
  severalWorkspaces: boolean;
  revoke(previous: ActionState, form: FormData): Promise<ActionState>;
};

const sent = <code className="block border-y py-3 text-small break-all">Authorization: Bearer …</code>;

/** The tokens that open something, with their last use. */
export function TokenList({ tokens, severalWorkspaces, revoke }: Props) {
  if (tokens.length === 0)
    return (
      <EmptyState title="No tokens yet." preview={{ words: "How a program sends it", look: sent }}>
        <p>When you make one, it is listed here with the day it was last used.</p>
      </EmptyState>
    );
  return (
    <ul aria-label="Your tokens" className="border-t">
      {tokens.map((token) => (
        <li key={token.id} className="flex items-center justify-between gap-6 border-b py-4">
          <div className="min-w-0">
            <p className="font-medium">{token.name}</p>
            <p className="mt-0.5 text-small text-quiet">
              {severalWorkspaces && `${token.workspace} · `}
              made <LocalTime at={token.createdAt} /> · <LastUse at={token.lastUsedAt} />
            </p>
          </div>
          <EndDialog
            field="token"
            id={token.id}
            name={token.name}
            verb="Revoke"
            words="Every program that uses this token is refused from this moment on. This cannot be undone; you can make a new token at any time."
            end={revoke}
          />
        </li>
      ))}
    </ul>
  );
}

function LastUse({ at }: { at: Date | null }) {
  if (!at) return "never used";
  return (
    <>
      last used <LocalTime at={at} time />
    </>
  );
}
