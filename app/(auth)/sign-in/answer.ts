import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/browser";

/** The browser's answer as JSON text; null when its user closed the dialog or has no passkey for this house. */
export async function answerWithPasskey(options: unknown): Promise<string | null> {
  const { startAuthentication } = await import("@simplewebauthn/browser");
  const optionsJSON = options as PublicKeyCredentialRequestOptionsJSON;
  return startAuthentication({ optionsJSON }).then(JSON.stringify, () => null);
}
