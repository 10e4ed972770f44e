import Link from "next/link";
import { Fragment } from "react";

/** What lies between the account and this page. */
export const WayBack = ({ steps }: { steps: { href: string; words: string }[] }) =>
  steps.map(({ href, words }) => (
    <Fragment key={href}>
      <span aria-hidden="true">/</span>
      <Link href={href} prefetch={false} className="link" dir="auto">
        {words}
      </Link>
    </Fragment>
  ));
