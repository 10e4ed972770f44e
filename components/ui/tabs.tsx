"use client";

import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";

type Tab = { value: string; label: ReactNode; disabled?: boolean; content: ReactNode };
type Props = { label: string; tabs: Tab[]; defaultValue?: string };

/** Views of one thing, side by side; where each has an address of its own, links in a nav do it instead. */
export function Tabs({ label, tabs, defaultValue = tabs[0]?.value }: Props) {
  return (
    <Base.Root defaultValue={defaultValue}>
      <Base.List aria-label={label} className="relative flex gap-7 overflow-x-auto border-b">
        {tabs.map(({ value, label: name, disabled }) => (
          <Base.Tab
            key={value}
            value={value}
            disabled={disabled}
            className="min-h-11 shrink-0 py-2.5 text-quiet transition-colors duration-150 -outline-offset-2 hover:text-ink data-active:text-ink data-disabled:cursor-not-allowed data-disabled:opacity-60"
          >
            {name}
          </Base.Tab>
        ))}
        <Base.Indicator className="absolute bottom-0 left-0 h-0.5 w-(--active-tab-width) translate-x-(--active-tab-left) bg-ink motion-safe:transition-[translate,width] motion-safe:duration-200 motion-safe:ease-out" />
      </Base.List>
      {tabs.map(({ value, content }) => (
        <Base.Panel key={value} value={value} className="pt-6">
          {content}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
