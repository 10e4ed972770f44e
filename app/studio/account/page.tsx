import type { Metadata } from "next";
import { findProfile } from "@/lib/accounts/profile";
import { requireSignedIn } from "@/lib/web/session";
import { AddressForm } from "./address-form";
import { Part } from "./part";
import { ProfileForm } from "./profile-form";
import { TimeZones } from "./time-zones";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const actor = await requireSignedIn();
  const { name, timeZone } = await findProfile(actor);
  return (
    <>
      <Part title="Profile" lead="Your name is what others in your workspaces see. Listeners see a show's own author.">
        <ProfileForm name={name} timeZone={timeZone}>
          <TimeZones />
        </ProfileForm>
      </Part>
      <Part title="Email" lead="You sign in with it, and mail about your account goes there.">
        <AddressForm email={actor.user.email} />
      </Part>
    </>
  );
}
