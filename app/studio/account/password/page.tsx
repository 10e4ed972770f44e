import type { Metadata } from "next";
import { requireSignedIn } from "@/lib/web/session";
import { Part } from "../part";
import { PasswordForm } from "./password-form";

export const metadata: Metadata = { title: "Password" };

export default async function PasswordPage() {
  const { user } = await requireSignedIn();
  return (
    <Part title="Password" lead="A new one signs you out in every other browser. Tokens for programs stay.">
      <PasswordForm email={user.email} />
    </Part>
  );
}
