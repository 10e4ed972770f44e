"use server";

import { keepTheme } from "@/lib/web/theme";

/** For everybody, signed in or not: a form with `theme`. */
export async function chooseTheme(form: FormData): Promise<void> {
  await keepTheme(form.get("theme"));
}
