import { connection } from "next/server";
import { PlainPage } from "@/components/plain-page";
import { houseName } from "@/lib/accounts/house-settings";

export default async function FrontPage() {
  await connection();
  return (
    <PlainPage title="A house for podcasts." house={await houseName()}>
      <p>
        Shows are made here, and their feeds and recordings go out from here to every podcast app. If you were given the
        address of a show, add it to this one.
      </p>
    </PlainPage>
  );
}
