import type { Metadata } from "next";
import { Door } from "../door";
import { SetUpForm } from "./set-up-form";

export const metadata: Metadata = { title: "Set up", referrer: "same-origin" };

export default async function SetUpPage({ searchParams }: { searchParams: Promise<{ token?: string | string[] }> }) {
  const { token } = await searchParams;
  if (typeof token !== "string" || !token) return <WithoutLink />;
  return (
    <Door title="Yours to run." lead="Make the account that looks after this house.">
      <SetUpForm token={token} />
    </Door>
  );
}

const WithoutLink = () => (
  <Door title="This link is not whole." lead="Copy all of it from the terminal where the house was started.">
    {null}
  </Door>
);
