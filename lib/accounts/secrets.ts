import { createHash, randomBytes } from "node:crypto";

/** A bearer secret of 256 bits. It is shown once; only its hash is kept. */
export const newSecret = (prefix: string): string => `${prefix}_${randomBytes(32).toString("base64url")}`;

/** SHA-256, hex. A secret of 256 bits needs no slow hash, and looking it up by hash leaks no timing. */
export const hashSecret = (secret: string): string => createHash("sha256").update(secret).digest("hex");
