import type { Metadata } from "next";
import { chooseTheme } from "@/app/choose-theme";
import { ThemeChoice } from "@/components/theme-choice";
import { PageHeading } from "@/components/ui/page-heading";
import { chosenTheme } from "@/lib/web/theme";
import { Buttons } from "./buttons";
import { Choices, Fields } from "./fields";
import { Colours, Type } from "./foundation";
import { Badges, Lists } from "./lists";
import { Overlays } from "./overlays";

export const metadata: Metadata = { title: "The kit" };

/** Every part in every state, to look at. */
export default async function Kit() {
  return (
    <main className="mx-auto max-w-page px-5 py-12 md:px-8 lg:px-12 lg:py-20">
      <div className="mb-12">
        <PageHeading
          title="The kit"
          above="Studio"
          actions={<ThemeChoice chosen={await chosenTheme()} choose={chooseTheme} />}
        >
          Every part in every state. Press, hover and tab through it; what is here works without a mouse.
        </PageHeading>
      </div>
      <Colours />
      <Type />
      <Buttons />
      <Fields />
      <Choices />
      <Badges />
      <Lists />
      <Overlays />
    </main>
  );
}
