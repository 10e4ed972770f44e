import type { PublicKeyCredentialCreationOptionsJSON } from "@simplewebauthn/browser";

/** The new passkey as JSON text; null when its user closed the dialog or the device has one already. */
export async function makePasskey(options: unknown): Promise<string | null> {
  const { startRegistration } = await import("@simplewebauthn/browser");
  const optionsJSON = options as PublicKeyCredentialCreationOptionsJSON;
  return startRegistration({ optionsJSON }).then(JSON.stringify, () => null);
}
