import type { Metadata } from "next";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { LocalTime } from "@/components/local-time";
import { whatCloses } from "@/lib/accounts/closing";
import { houseContact } from "@/lib/accounts/house-contact";
import { currentActor, currentSuspended } from "@/lib/web/session";
import { Door } from "../door";
import { CloseSuspended } from "./close-suspended";

export const metadata: Metadata = { title: "Suspended" };

/** All that opens for somebody who is suspended: why, whom to write to, and the way out. */
export default async function SuspendedPage() {
  const suspended = await currentSuspended();
  if (!suspended) redirect((await currentActor()) ? "/studio" : "/sign-in");
  const { user, reason, since } = suspended;
  const [contact, closing] = await Promise.all([houseContact(), whatCloses(user.id)]);
  return (
    <Door
      title="Your account is suspended."
      lead="Your shows, their feeds and their audio do not answer while this lasts. Nothing was deleted."
    >
      <dl className="border-t">
        <Fact name="Account">{user.email}</Fact>
        <Fact name="Since">
          <LocalTime at={since} time />
        </Fact>
        <Fact name="Reason">{reason ?? "None was given."}</Fact>
        <Fact name="Write to">{contact ? <Contact email={contact} /> : "whoever runs this house"}</Fact>
      </dl>
      <CloseSuspended shared={closing.shared} />
    </Door>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="grid grid-cols-[6rem_minmax(0,1fr)] gap-4 border-b py-4">
    <dt className="text-small leading-[1.95] text-quiet">{name}</dt>
    <dd>{children}</dd>
  </div>
);

const Contact = ({ email }: { email: string }) => (
  <a href={`mailto:${email}`} className="link">
    {email}
  </a>
);
