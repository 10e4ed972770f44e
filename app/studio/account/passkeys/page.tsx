import type { Metadata } from "next";
import { Suspense } from "react";
import { FocusKept } from "@/components/ui/focus-kept";
import type { Actor } from "@/lib/accounts/actor";
import { browserName } from "@/lib/accounts/browser-name";
import { listPasskeys } from "@/lib/accounts/passkeys";
import { passkeysWork } from "@/lib/accounts/relying-party";
import { caller } from "@/lib/web/caller";
import { requireSignedIn } from "@/lib/web/session";
import { LinesToCome } from "../../lines-to-come";
import { Part } from "../part";
import { NewPasskey } from "./new-passkey";
import { PasskeyList } from "./passkey-list";

export const metadata: Metadata = { title: "Passkeys" };

const lead =
  "A passkey is kept by your device or password manager and opened by your finger, face or PIN. It signs you in without a password, and stands for both steps.";

export default async function PasskeysPage() {
  const actor = await requireSignedIn();
  const { userAgent } = await caller();
  return (
    <Part title="Passkeys" lead={lead}>
      <Suspense fallback={<LinesToCome words="Your passkeys are on their way." />}>
        <Kept actor={actor} />
      </Suspense>
      {passkeysWork() ? <NewPasskey name={browserName(userAgent)} /> : <NotHere />}
    </Part>
  );
}

const Kept = async ({ actor }: { actor: Actor }) => (
  <FocusKept label="Passkeys">
    <PasskeyList passkeys={await listPasskeys(actor)} />
  </FocusKept>
);

const NotHere = () => (
  <p className="text-quiet">
    Browsers make passkeys only for an address with a name and https. This house has another: whoever runs it can change
    that with APP_URL.
  </p>
);
