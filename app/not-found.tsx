import type { Metadata } from "next";
import { PlainPage } from "@/components/plain-page";
import { houseName } from "@/lib/accounts/house-settings";

export const metadata: Metadata = { title: "Not found" };

export default async function NotFound() {
  return (
    <PlainPage title="Nothing is on the air here." house={await houseName()}>
      <p>
        There is no page at this address: it may be misspelt, or what was here is no longer public. If you follow the
        show in an app, look for it there.
      </p>
      <p className="mt-6 text-body">
        <a href="/" className="link text-ink">
          To the front page
        </a>
      </p>
    </PlainPage>
  );
}
