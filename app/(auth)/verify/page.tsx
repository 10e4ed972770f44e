import type { Metadata } from "next";
import { Door } from "../door";
import { AgainForm } from "./again-form";
import { CodeForm } from "./code-form";
import { LinkForm } from "./link-form";

export const metadata: Metadata = { title: "Verify your address", referrer: "same-origin" };

type Query = { token?: string | string[]; email?: string | string[] };

export default async function VerifyPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { token, email } = await searchParams;
  return typeof token === "string" ? (
    <ByLink token={token} />
  ) : (
    <ByCode email={typeof email === "string" ? email : ""} />
  );
}

const ByLink = ({ token }: { token: string }) => (
  <Door title="Is this you?" lead="One press, and your address is verified and you are signed in.">
    <LinkForm token={token} />
  </Door>
);

const ByCode = ({ email }: { email: string }) => (
  <Door title="Look into your mail." lead={<Sentence email={email} />}>
    <CodeForm email={email} />
    <AgainForm email={email} />
  </Door>
);

const Sentence = ({ email }: { email: string }) =>
  `A mail with a link and a code of six digits is on its way${email ? ` to ${email}` : ""}. Either will do.`;
