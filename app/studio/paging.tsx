import Link from "next/link";
import { buttonLook } from "@/components/ui/button-look";

type Props = { page: number; pages: number; hrefOf(page: number): string };

/** The way to the page before and the next; nothing where one page is all. */
export function Paging({ page, pages, hrefOf }: Props) {
  if (pages <= 1) return null;
  return (
    <nav aria-label="Pages" className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-3">
      {page > 1 && <Step href={hrefOf(Math.min(page - 1, pages))} words="Previous" />}
      {page < pages && <Step href={hrefOf(page + 1)} words="Next" />}
      <p className="text-small text-quiet tabular-nums">
        Page {Math.min(page, pages)} of {pages}
      </p>
    </nav>
  );
}

const Step = ({ href, words }: { href: string; words: string }) => (
  <Link href={href} prefetch={false} className={buttonLook({ variant: "secondary", size: "small" })}>
    {words}
  </Link>
);
