"use client";

import { useState } from "react";
import { showTheme, type Theme, themes } from "./themes";

type Props = { chosen: "light" | "dark" | null; choose(form: FormData): Promise<void> };

/** Light, dark, or as the system. The server keeps the choice, so that the next page comes in it and nothing flashes. */
export function ThemeChoice({ chosen, choose }: Props) {
  const [current, setCurrent] = useState<Theme>(chosen ?? "system");
  const show = (theme: Theme) => {
    setCurrent(theme);
    showTheme(theme);
  };
  return (
    <form action={choose}>
      <fieldset className="flex">
        <legend className="sr-only">Theme</legend>
        {themes.map(({ value, name, Icon }) => (
          <button
            key={value}
            type="submit"
            name="theme"
            value={value}
            title={name}
            aria-label={name}
            aria-pressed={value === current}
            onClick={() => show(value)}
            className="grid size-11 place-items-center rounded-full border border-transparent text-quiet transition-colors duration-150 hover:text-ink aria-pressed:border-edge aria-pressed:text-ink"
          >
            <Icon aria-hidden="true" className="size-4.5" />
          </button>
        ))}
      </fieldset>
    </form>
  );
}
