import type { ReactNode } from "react";
import { PageHeading } from "@/components/ui/page-heading";
import { requireSignedIn } from "@/lib/web/session";
import { AccountNav } from "./account-nav";

export default async function AccountLayout({ children }: { children: ReactNode }) {
  const { user } = await requireSignedIn();
  return (
    <>
      <PageHeading title="Your account">
        <p>{user.email}</p>
      </PageHeading>
      <div className="mt-8 grid gap-x-16 gap-y-10 lg:mt-14 lg:grid-cols-[11rem_minmax(0,1fr)]">
        <AccountNav />
        <div className="min-w-0">{children}</div>
      </div>
    </>
  );
}
