"use client";

import { useState } from "react";
import { useScripted } from "@/components/ui/use-scripted";

/** The zone that times are spoken in: chosen, else the user's own, else the browser's; UTC until the script has come. */
export function useZone(own: string | null): [string, (zone: string) => void] {
  const [chosen, choose] = useState(own);
  const scripted = useScripted();
  const browsers = scripted ? Intl.DateTimeFormat().resolvedOptions().timeZone : null;
  return [chosen ?? browsers ?? "UTC", choose];
}
