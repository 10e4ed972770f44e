"use client";

import { ChevronDown, CircleUserRound } from "lucide-react";
import { startTransition } from "react";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";

type Props = { name: string; email: string; signOut(previous: null, form: FormData): Promise<unknown> };

/** Who is signed in, and the way out. */
export function AccountMenu({ name, email, signOut }: Props) {
  const leave = () => startTransition(async () => void (await signOut(null, new FormData())));
  return (
    <Menu
      trigger={
        <Button variant="quiet" size="small" className="-me-4 min-h-11 max-w-60">
          <span className="sr-only">Account of </span>
          <span className="truncate max-md:sr-only">{name}</span>
          <ChevronDown aria-hidden="true" className="max-md:hidden" />
          <CircleUserRound aria-hidden="true" className="size-6 md:hidden" />
        </Button>
      }
    >
      <p className="px-3 pt-2 pb-1 text-small text-quiet">Signed in as {email}</p>
      <MenuItem onSelect={leave}>Sign out</MenuItem>
    </Menu>
  );
}
