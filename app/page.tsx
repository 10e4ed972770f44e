import { connection } from "next/server";
import { FrontDoors } from "@/components/front-doors";
import { PlainPage } from "@/components/plain-page";
import { houseName } from "@/lib/accounts/house-settings";
import { signUpMode } from "@/lib/accounts/sign-up-mode";
import { currentActor } from "@/lib/web/session";

export default async function FrontPage() {
  await connection();
  const [house, mode, actor] = await Promise.all([houseName(), signUpMode(), currentActor()]);
  return (
    <PlainPage title="A house for podcasts." house={house}>
      <p>
        Shows are made here, and their feeds and recordings go out from here to every podcast app. If you were given the
        address of a show, add it to this one.
      </p>
      <FrontDoors isIn={actor !== null} isOpen={mode === "open"} />
    </PlainPage>
  );
}
