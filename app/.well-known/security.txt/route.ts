import { answerSecurityText } from "@/lib/web/security-text";

/** Whom to tell of a weakness (RFC 9116). */
export const GET = (): Promise<Response> => answerSecurityText(new Date());
