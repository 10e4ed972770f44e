import Link from "next/link";
import { LocalTime } from "@/components/local-time";
import { Badge } from "@/components/ui/badge";
import { voice } from "@/components/voice";
import type { ShowLine } from "@/lib/episodes/show-list";
import { Cover } from "./cover";

type Props = { show: ShowLine; named: boolean; href?: string };

/** A show in the list of shows; `named` says whose workspace it is in. It leads to its page in the studio unless told. */
export function ShowRow({ show, named, href = `/studio/${show.slug}` }: Props) {
  return (
    <li className="border-b">
      <Link
        href={href}
        prefetch={false}
        className="group grid grid-cols-[4.5rem_minmax(0,1fr)] items-center gap-x-5 gap-y-1 py-5 md:grid-cols-[6rem_minmax(0,1fr)_auto] md:gap-x-8"
      >
        <div className="row-span-2 self-start md:row-span-1">
          <Cover src={show.artworkUrl} />
        </div>
        <div className="min-w-0">
          <h2
            className="tight text-item font-semibold tracking-[-0.015em] group-hover:underline group-hover:decoration-1 group-hover:underline-offset-4"
            {...voice(show.language)}
          >
            {show.title}
          </h2>
          <p className="mt-1 text-small text-quiet">
            {countsOf(show)}
            {named && ` · ${show.workspace}`}
          </p>
          <Latest show={show} />
        </div>
        <div className="mt-1 md:mt-0 md:text-end">
          <State show={show} />
        </div>
      </Link>
    </li>
  );
}

function State({ show: { blockers, published } }: { show: ShowLine }) {
  if (blockers.length > 0) return <Badge tone="trouble">Not complete yet</Badge>;
  return published > 0 ? <Badge tone="live">On the air</Badge> : <Badge tone="idle">Nothing published yet</Badge>;
}

function Latest({ show: { latest, language } }: { show: ShowLine }) {
  if (!latest) return null;
  return (
    <p className="mt-1 truncate text-small text-quiet">
      <LocalTime at={latest.publishAt} /> · <span {...voice(language)}>{latest.title}</span>
    </p>
  );
}

function countsOf({ published, scheduled, drafts }: ShowLine): string {
  const counts = [
    published > 0 && `${published} published`,
    scheduled > 0 && `${scheduled} scheduled`,
    drafts > 0 && `${drafts} ${drafts === 1 ? "draft" : "drafts"}`,
  ];
  return counts.filter(Boolean).join(" · ") || "No episodes yet";
}
