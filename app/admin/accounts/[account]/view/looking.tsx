import Link from "next/link";
import type { ReactNode } from "react";
import { PageHeading } from "@/components/ui/page-heading";

type Props = {
  account: { id: string; name: string };
  title: ReactNode;
  reason?: string;
  above?: ReactNode;
  children: ReactNode;
};

/** What stands above everything that is only looked at: through whose eyes, and why. */
export function Looking({ account: { id, name }, title, reason, above, children }: Props) {
  return (
    <>
      <PageHeading
        title={title}
        above={
          <span className="flex flex-wrap gap-x-2">
            <Link href={`/admin/accounts/${id}`} prefetch={false} className="link" dir="auto">
              {name}
            </Link>
            {above}
          </span>
        }
      />
      {reason && (
        <p className="mt-6 border-s-2 border-ink ps-4 text-small text-quiet">
          You see what {name} sees. Nothing can be changed here. Your reason: {reason}
        </p>
      )}
      {children}
    </>
  );
}
