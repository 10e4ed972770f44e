"use client";

import { ChevronDown, CircleUserRound } from "lucide-react";
import { startTransition, useState } from "react";
import { showTheme, type Theme, themes } from "@/components/themes";
import { Button } from "@/components/ui/button";
import { Menu, MenuChoice, MenuItem, MenuLine, MenuLink } from "@/components/ui/menu";

type Props = {
  name: string;
  email: string;
  isHouseAdmin: boolean;
  theme: "light" | "dark" | null;
  chooseTheme(form: FormData): Promise<void>;
  signOut(previous: null, form: FormData): Promise<unknown>;
};

/** Who is signed in, what is theirs, and the way out. */
export function AccountMenu({ name, email, isHouseAdmin, theme, chooseTheme, signOut }: Props) {
  const leave = () => startTransition(async () => void (await signOut(null, new FormData())));
  return (
    <Menu
      trigger={
        <Button variant="quiet" size="small" className="-me-3 min-h-11 max-w-60 px-3 md:-me-4 md:px-4">
          <span className="sr-only">Account of </span>
          <span className="truncate max-md:sr-only">{name}</span>
          <ChevronDown aria-hidden="true" className="max-md:hidden" />
          <CircleUserRound aria-hidden="true" className="size-6 md:hidden" />
        </Button>
      }
    >
      <div className="px-3 pt-2 pb-1">
        <p className="truncate font-medium">{name}</p>
        <p className="truncate text-small text-quiet">{email}</p>
      </div>
      <MenuLine />
      <MenuLink href="/studio/account">Account</MenuLink>
      {isHouseAdmin && <MenuLink href="/admin">House admin’s desk</MenuLink>}
      <MenuLine />
      <ThemeItems chosen={theme} choose={chooseTheme} />
      <MenuLine />
      <MenuItem onSelect={leave}>Sign out</MenuItem>
    </Menu>
  );
}

const options = themes.map(({ value, name, Icon }) => ({
  value,
  name: (
    <>
      <Icon aria-hidden="true" /> {name}
    </>
  ),
}));

type ThemeProps = { chosen: Props["theme"]; choose: Props["chooseTheme"] };

function ThemeItems({ chosen, choose }: ThemeProps) {
  const [current, setCurrent] = useState<Theme>(chosen ?? "system");
  const take = (value: string) => {
    const theme = themes.find((each) => each.value === value)?.value ?? "system";
    setCurrent(theme);
    showTheme(theme);
    const form = new FormData();
    form.set("theme", theme);
    startTransition(() => choose(form));
  };
  return <MenuChoice label="Theme" value={current} onChoose={take} options={options} />;
}
