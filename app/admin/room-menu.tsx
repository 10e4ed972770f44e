"use client";

import { Check, ChevronDown } from "lucide-react";
import { usePathname } from "next/navigation";
import { Fragment } from "react";
import { Button } from "@/components/ui/button";
import { Menu, MenuLine, MenuLink } from "@/components/ui/menu";
import { roomAt, wings } from "./rooms";

/** The rooms behind one button that names the present one: on a phone. */
export function RoomMenu() {
  const current = roomAt(usePathname());
  return (
    <nav aria-label="House" className="lg:hidden">
      <Menu
        trigger={
          <Button variant="quiet" size="small" className="-me-4 min-h-11">
            <span className="sr-only">Go to another room than </span>
            {current?.name ?? "House"}
            <ChevronDown aria-hidden="true" />
          </Button>
        }
      >
        {wings.map(({ name, rooms }, index) => (
          <Fragment key={name}>
            {index > 0 && <MenuLine />}
            {rooms.map((room) => (
              <MenuLink key={room.href} href={room.href}>
                <span className="grow">{room.name}</span>
                {room === current && <Check aria-label="You are here" />}
              </MenuLink>
            ))}
          </Fragment>
        ))}
        <MenuLine />
        <MenuLink href="/studio">Back to the studio</MenuLink>
      </Menu>
    </nav>
  );
}
