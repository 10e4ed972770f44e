import { TOTP } from "otpauth";
import type { Actor } from "@/lib/accounts/actor";
import { turnOnSecondStep } from "@/lib/accounts/factor-mutations";
import { offerTotp } from "@/lib/accounts/factors";

/** What an app shows at that time. */
export const appCode = (secret: string, at: Date): string => new TOTP({ secret }).generate({ timestamp: at.getTime() });

/** Turns the second step on; what an app and its owner keep of it. */
export async function withSecondStep(actor: Actor, now: Date): Promise<{ secret: string; codes: string[] }> {
  const { secret, sealed } = await offerTotp(actor);
  return { secret, codes: await turnOnSecondStep(actor, { offer: sealed, code: appCode(secret, now) }, now) };
}
