"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { buttonLook } from "@/components/ui/button-look";
import { monthAfter, monthWords } from "@/lib/episodes/month";
import { clockChange, readWallTime, wallTimeAt } from "@/lib/episodes/zones";
import { ZoneSelect } from "../../clock/zone-select";

type Props = {
  month: string;
  zone: string;
  now: Date;
  next: Date | null;
  isEmpty: boolean;
  hrefOf(month: string): string;
  onZone(zone: string): void;
};

/** Which month this is, the ways to others, and the zone that its days and times are in. */
export function MonthBar({ month, zone, now, next, isEmpty, hrefOf, onZone }: Props) {
  const today = wallTimeAt(now, zone).date.slice(0, 7);
  return (
    <div className="mt-8 flex flex-wrap items-center justify-between gap-x-8 gap-y-4 lg:mt-12">
      <div className="-ms-3.5 flex items-center">
        <Step href={hrefOf(monthAfter(month, -1))} label={monthWords(monthAfter(month, -1))} back />
        <Step href={hrefOf(monthAfter(month, 1))} label={monthWords(monthAfter(month, 1))} />
        <h2 className="ms-2 text-item font-semibold whitespace-nowrap">{monthWords(month)}</h2>
        {month !== today && (
          <Link href={hrefOf(today)} prefetch={false} className={buttonLook({ variant: "quiet", size: "small" })}>
            Today
          </Link>
        )}
      </div>
      <div className="flex items-center gap-3 text-small text-quiet">
        <span className="whitespace-nowrap">Times in</span>
        <span className="w-44 text-ink">
          <ZoneSelect zone={zone} onChange={onZone} label="Zone" />
        </span>
      </div>
      <Words {...{ month, zone, next, isEmpty, hrefOf }} />
    </div>
  );
}

function Step({ href, label, back = false }: { href: string; label: string; back?: boolean }) {
  const Icon = back ? ChevronLeft : ChevronRight;
  return (
    <Link
      href={href}
      prefetch={false}
      scroll={false}
      aria-label={label}
      className={buttonLook({ variant: "quiet", size: "icon" })}
    >
      <Icon aria-hidden="true" />
    </Link>
  );
}

/** What is particular about this month: nothing is in it, or clocks change. */
function Words({ month, zone, next, isEmpty, hrefOf }: Pick<Props, "month" | "zone" | "next" | "isEmpty" | "hrefOf">) {
  const change = changeIn(month, zone);
  const later = next && wallTimeAt(next, zone).date.slice(0, 7);
  if (!change && !isEmpty) return null;
  return (
    <div className="grid w-full gap-1 text-small text-quiet">
      {isEmpty && (
        <p>
          Nothing is in this month. What you schedule stands here on its day
          {later && later !== month ? (
            <>
              ; the next is in{" "}
              <Link href={hrefOf(later)} prefetch={false} className="link text-ink">
                {monthWords(later)}
              </Link>
              .
            </>
          ) : (
            "."
          )}
        </p>
      )}
      {change && <p>Clocks change on {change}; each episode keeps the time that is shown.</p>}
    </div>
  );
}

function changeIn(month: string, zone: string): string | null {
  const at = (start: string) => readWallTime({ date: `${start}-01`, time: "00:00" }, zone).at;
  const change = clockChange(at(month), at(monthAfter(month, 1)), zone);
  const words = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone: zone });
  return change && words.format(change);
}
