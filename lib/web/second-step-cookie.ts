import { cookies } from "next/headers";
import { SECOND_STEP_SECONDS } from "@/lib/accounts/second-step";
import { settings } from "@/lib/platform/env";

/** Holds the ticket between the two steps of a sign-in; no page can read it. */
const cookie = () => {
  const secure = settings().appUrl.startsWith("https:");
  return {
    name: secure ? "__Host-longwave.step" : "longwave.step",
    options: { httpOnly: true, sameSite: "strict", path: "/", secure } as const,
  };
};

export const presentTicket = async (): Promise<string | null> => (await cookies()).get(cookie().name)?.value ?? null;

export async function giveTicket(ticket: string): Promise<void> {
  const { name, options } = cookie();
  (await cookies()).set(name, ticket, { ...options, maxAge: SECOND_STEP_SECONDS });
}

export async function takeTicket(): Promise<void> {
  const { name, options } = cookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}
