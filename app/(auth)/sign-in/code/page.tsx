import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { owesSecondStep } from "@/lib/web/sign-in";
import { Door } from "../../door";
import { SecondStepForm } from "./second-step-form";

export const metadata: Metadata = { title: "Second step" };

export default async function SecondStepPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const { next } = await searchParams;
  if (!(await owesSecondStep(new Date()))) redirect("/sign-in");
  return (
    <Door title="One more step." lead="The password was right. Now type the six digits that your app shows.">
      <SecondStepForm next={typeof next === "string" ? next : null} />
    </Door>
  );
}
