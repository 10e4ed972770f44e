import type { Metadata } from "next";
import { LocalTime } from "@/components/local-time";
import { PageHeading } from "@/components/ui/page-heading";
import { type Announcement, readHouse, stampOf } from "@/lib/accounts/house-settings";
import { signUpModes } from "@/lib/accounts/sign-up-mode";
import { requireHouseAdmin } from "@/lib/web/session";
import { ActButton } from "../act-button";
import { Row, Section } from "../section";
import { takeBack } from "./actions";
import { AnnouncementForm } from "./announcement-form";
import { HouseForm } from "./house-form";
import { MailTest } from "./mail-test";
import { ModeForm } from "./mode-form";

export const metadata: Metadata = { title: "Settings" };

export default async function HousePage() {
  const { user } = await requireHouseAdmin();
  const { name, contact, terms, announcement, mode } = await readHouse();
  const house = { name, contact, terms };
  const stamp = stampOf({ announcement });
  return (
    <>
      <PageHeading title="Settings" />
      <Section id="names" title="The house">
        <HouseForm house={house} seen={stampOf(house)} />
      </Section>
      <Section id="sign-up" title="Who may sign up">
        <ModeForm mode={mode} modes={signUpModes} />
      </Section>
      <Section id="announcement" title="Announcement">
        {announcement && <Present announcement={announcement} seen={stamp} />}
        <AnnouncementForm seen={stamp} isThere={announcement !== null} />
      </Section>
      <Section id="mail" title="Mail">
        <div className="pt-5">
          <MailTest email={user.email} />
        </div>
      </Section>
    </>
  );
}

function Present({ announcement: { text, until }, seen }: { announcement: Announcement; seen: string }) {
  return (
    <Row title={text} act={<ActButton act={takeBack} fields={{ seen }} label="Take back" />}>
      {until ? (
        <>
          Until <LocalTime at={until} time />
        </>
      ) : (
        "Until it is taken back"
      )}
    </Row>
  );
}
