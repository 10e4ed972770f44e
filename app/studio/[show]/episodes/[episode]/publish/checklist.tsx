"use client";

import { ArrowRight, Check } from "lucide-react";
import type { MouseEvent } from "react";
import { classes } from "@/components/ui/classes";
import { jumpTo } from "../../../../jump";

export type Line = { code: string; sentence: string; href: string };

type Props = { blockers: Line[]; advice: Line[]; isOut: boolean };

/** What keeps the episode from going out, and what could be better. Each line leads to its field. */
export function Checklist({ blockers, advice, isOut }: Props) {
  return (
    <div aria-live="polite" className="grid gap-6">
      {blockers.length > 0 && <Lines title="Before it can go out" lines={blockers} blocks />}
      {blockers.length === 0 && !isOut && (
        <p className="flex items-baseline gap-3 text-small">
          <Check aria-hidden="true" className="size-4 shrink-0 translate-y-0.5" />
          {advice.length === 0 ? "Everything is there." : "Nothing keeps it from going out."}
        </p>
      )}
      {advice.length > 0 && <Lines title="Advice" lines={advice} />}
    </div>
  );
}

function Lines({ title, lines, blocks = false }: { title: string; lines: Line[]; blocks?: boolean }) {
  return (
    <section aria-label={title}>
      <h3 className="text-small text-quiet">{title}</h3>
      <ul className="mt-1 border-t">
        {lines.map(({ code, sentence, href }) => (
          <li key={code} className="border-b">
            <a
              href={href}
              onClick={(event) => lead(event, href)}
              className="group flex min-h-11 items-baseline gap-3 py-2.5 text-small transition-colors duration-150 hover:text-ink"
            >
              <span
                aria-hidden="true"
                className={classes(
                  "size-2 shrink-0 border",
                  blocks ? "rotate-45 border-signal bg-signal" : "rounded-full border-quiet",
                )}
              />
              <span className={classes("grow", blocks ? "font-medium" : "text-ink-soft")}>{sentence}</span>
              <ArrowRight
                aria-hidden="true"
                className="size-4 shrink-0 translate-y-0.5 text-quiet transition-[translate] duration-150 group-hover:translate-x-0.5 group-hover:text-ink motion-reduce:transition-none"
              />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Within the page it is the field that takes the focus, not its place in the address. */
function lead(event: MouseEvent, href: string): void {
  if (href.startsWith("#") && jumpTo(href.slice(1))) event.preventDefault();
}
