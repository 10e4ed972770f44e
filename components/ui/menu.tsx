"use client";

import { Menu as Base } from "@base-ui/react/menu";
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

export const MenuLine = () => <Base.Separator className="mx-3 my-1.5 border-t" />;
