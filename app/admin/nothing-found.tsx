import Link from "next/link";
import type { ReactNode } from "react";
import { buttonLook } from "@/components/ui/button-look";
import { EmptyState } from "@/components/ui/empty-state";

type Props = { things: string; href: string; children: ReactNode };

/** A list that its search and filters have emptied, and the way back to all of it. */
export const NothingFound = ({ things, href, children }: Props) => (
  <EmptyState
    title="Nothing here matches."
    action={
      <Link href={href} prefetch={false} className={buttonLook({ variant: "secondary" })}>
        Show all {things}
      </Link>
    }
  >
    <p>{children}</p>
  </EmptyState>
);
