import type { Metadata } from "next";
import { findSecondFactor } from "@/lib/accounts/factors";
import { requireSignedIn } from "@/lib/web/session";
import { Part } from "../part";
import { SecondStep } from "./second-step";

export const metadata: Metadata = { title: "Second step" };

const lead =
  "After the password, signing in asks for six digits that an app on your phone makes anew every half minute. Whoever learns your password still stands outside.";

export default async function SecondStepPage() {
  const factor = await findSecondFactor(await requireSignedIn());
  return (
    <Part title="Second step" lead={lead}>
      <SecondStep factor={factor} />
    </Part>
  );
}
