"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import Link from "next/link";
import type { ReactElement, ReactNode } from "react";
import { classes } from "./classes";

const itemLook =
  "flex min-h-11 cursor-default items-center gap-3 rounded-md px-3 py-2 outline-none select-none data-highlighted:bg-wash data-disabled:text-quiet [&_svg]:size-[1.15em] [&_svg]:shrink-0";

type Props = { trigger: ReactElement; align?: "start" | "center" | "end"; children: ReactNode };

/** Acts behind one button; children are MenuItem, MenuLink, MenuLine. */
export function Menu({ trigger, align = "end", children }: Props) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} sideOffset={8} collisionPadding={12} className="z-10">
          <Base.Popup className="lift max-h-(--available-height) max-w-[min(22rem,var(--available-width))] min-w-52 overflow-y-auto rounded-xl border bg-sheet p-1.5 focus-visible:outline-none">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

type ItemProps = { onSelect(): void; danger?: boolean; disabled?: boolean; children: ReactNode };

export function MenuItem({ onSelect, danger = false, disabled, children }: ItemProps) {
  return (
    <Base.Item onClick={onSelect} disabled={disabled} className={classes(itemLook, danger && "text-signal")}>
      {children}
    </Base.Item>
  );
}

export function MenuLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Base.LinkItem render={<Link href={href} prefetch={false} />} closeOnClick className={itemLook}>
      {children}
    </Base.LinkItem>
  );
}

type ChoiceProps = {
  label: string;
  value: string;
  onChoose(value: string): void;
  options: { value: string; name: ReactNode }[];
};

/** One of a few, under a label; the menu stays open, so that what was chosen can be looked at. */
export function MenuChoice({ label, value, onChoose, options }: ChoiceProps) {
  return (
    <Base.RadioGroup value={value} onValueChange={onChoose}>
      <Base.Group>
        <Base.GroupLabel className="px-3 pt-2 pb-1 text-small text-quiet">{label}</Base.GroupLabel>
        {options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} className={itemLook}>
            <span className="flex grow items-center gap-3">{option.name}</span>
            <Base.RadioItemIndicator>
              <Check aria-hidden="true" />
            </Base.RadioItemIndicator>
          </Base.RadioItem>
        ))}
      </Base.Group>
    </Base.RadioGroup>
  );
}

export const MenuLine = () => <Base.Separator className="mx-3 my-1.5 border-t" />;
