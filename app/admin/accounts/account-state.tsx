import { Badge } from "@/components/ui/badge";
import { type AccountLine, asksToVerify } from "@/lib/accounts/admin-accounts";

type Props = Pick<AccountLine, "suspendedAt" | "closedAt" | "emailVerifiedAt">;

/** How an account stands, in a word. */
export function AccountState({ suspendedAt, closedAt, emailVerifiedAt }: Props) {
  if (closedAt) return <Badge tone="done">Closed</Badge>;
  if (suspendedAt) return <Badge tone="trouble">Suspended</Badge>;
  return emailVerifiedAt || !asksToVerify() ? (
    <Badge tone="idle">Active</Badge>
  ) : (
    <Badge tone="waiting">Unverified</Badge>
  );
}
