import { onTestFinished } from "vitest";
import { settings } from "@/lib/platform/env";

/** Lets the running test have the house at another address. */
export function appUrl(url: string): void {
  const here = settings();
  const before = here.appUrl;
  here.appUrl = url;
  onTestFinished(() => {
    here.appUrl = before;
  });
}
