import { isIP } from "node:net";
import { settings } from "@/lib/platform/env";

/** Whom a passkey is for (WebAuthn §4): the host of APP_URL, asked from its origin alone. */
export function relyingParty(): { id: string; origin: string } {
  const { hostname, origin } = new URL(settings().appUrl);
  return { id: hostname, origin };
}

/** Browsers know passkeys only for names, over https or on the machine itself. */
export function passkeysWork(): boolean {
  const { protocol, hostname } = new URL(settings().appUrl);
  if (isIP(hostname.replace(/^\[|\]$/g, ""))) return false;
  return protocol === "https:" || hostname === "localhost" || hostname.endsWith(".localhost");
}
