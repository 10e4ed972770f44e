import { z } from "zod";

const text = z.string().max(20_000);
const base64url = text.regex(/^[A-Za-z0-9_-]*$/);

/** A browser's answer as JSON text in a form's field (WebAuthn §5.1, PublicKeyCredential.toJSON). */
const answer = <S extends z.ZodRawShape>(response: S) =>
  text
    .transform((json, context) => {
      try {
        return JSON.parse(json) as unknown;
      } catch {
        context.addIssue("is not an answer of a passkey");
        return z.NEVER;
      }
    })
    .pipe(
      z.object({
        id: base64url,
        rawId: base64url,
        type: z.literal("public-key"),
        clientExtensionResults: z.object({}).default({}),
        response: z.object({ clientDataJSON: base64url, ...response }),
      }),
    );

export const newPasskeySchema = z.object({
  name: z.string().trim().min(1, "is needed").max(100, "must have at most 100 characters"),
  answer: answer({ attestationObject: base64url, transports: z.array(z.string().max(32)).max(10).default([]) }),
});

export const passkeySignInSchema = z.object({
  answer: answer({ authenticatorData: base64url, signature: base64url, userHandle: base64url.optional() }),
  next: z.string().optional(),
});

export type NewPasskey = z.infer<typeof newPasskeySchema>;
export type PasskeyAnswer = z.infer<typeof passkeySignInSchema>["answer"];
