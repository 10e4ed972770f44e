import type { Metadata } from "next";
import { PlainPage } from "@/components/plain-page";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <PlainPage title="Nothing is on the air here.">
      <p>
        There is no page at this address: it may be misspelt, or what was here is no longer public. If you follow the
        show in an app, look for it there.
      </p>
    </PlainPage>
  );
}
