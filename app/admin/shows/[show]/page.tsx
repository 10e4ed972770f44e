import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { LocalTime } from "@/components/local-time";
import { PageHeading } from "@/components/ui/page-heading";
import { voice } from "@/components/voice";
import { bytesInWords } from "@/lib/accounts/bytes";
import { artworkAddress } from "@/lib/media/addresses";
import { feedAddress, showPage } from "@/lib/shows/addresses";
import { findHouseShow, type HouseShow } from "@/lib/shows/admin-shows";
import { formatCategory } from "@/lib/shows/categories";
import { isComplete } from "@/lib/shows/policy";
import { requireHouseAdmin } from "@/lib/web/session";
import { Cover } from "../../../studio/cover";
import { Facts, To } from "../../facts";
import { Row, Section } from "../../section";
import { Takedown } from "../../takedown";
import { TakenDownNote } from "../../taken-down-note";
import { lift, takeDown } from "../actions";
import { ShowState } from "../show-state";

export const metadata: Metadata = { title: "Show" };

type Props = { params: Promise<{ show: string }> };

export default async function ShowPage({ params }: Props) {
  const admin = await requireHouseAdmin();
  const show = (await findHouseShow(admin, (await params).show, new Date())) ?? notFound();
  return (
    <>
      <PageHeading
        title={<span {...voice(show.language)}>{show.title}</span>}
        above={
          <Link href="/admin/shows" prefetch={false} className="link">
            Shows
          </Link>
        }
      >
        <div className="flex flex-wrap items-center gap-x-6 gap-y-1 text-small">
          <ShowState {...show} complete={isComplete(show)} />
          <a href={showPage(show.slug)} className="link">
            /{show.slug}
          </a>
        </div>
      </PageHeading>
      <TakenDownNote what="show" at={show.takenDownAt} reason={show.takedownReason} />
      <div className="mt-2 grid items-start gap-x-10 md:grid-cols-[minmax(0,1fr)_9rem]">
        <Facts facts={factsOf(show)} />
        <div className="mt-8 w-36 max-md:hidden">
          <Cover src={show.artwork && artworkAddress(show.artwork)} />
        </div>
      </div>
      <Standing show={show} />
    </>
  );
}

function factsOf(show: HouseShow): Parameters<typeof Facts>[0]["facts"] {
  const { workspace, owners, episodes, published } = show;
  return [
    ["Workspace", <To key="w" href={`/admin/workspaces/${workspace.id}`} words={workspace.name} />],
    ["Owners", owners.map(({ id, name, email }) => <Owner key={id} id={id} name={name} email={email} />)],
    [
      "Author",
      <span key="a" {...voice(show.language)}>
        {show.author}
      </span>,
    ],
    ["Category", formatCategory(show)],
    ["Language", `${show.language}${show.explicit ? " · explicit" : ""}`],
    [
      "Episodes",
      <To
        key="e"
        href={`/admin/episodes?${new URLSearchParams({ q: show.slug })}`}
        words={`${episodes.toLocaleString("en")}, ${published.toLocaleString("en")} of them published`}
      />,
    ],
    ["Stored", bytesInWords(show.bytes)],
    ["Feed", <To key="f" href={feedAddress(show.slug)} words={feedAddress(show.slug)} />],
    ["Begun", <LocalTime key="b" at={show.createdAt} time />],
    ["Last change", <LocalTime key="c" at={show.updatedAt} time />],
    ["Deleted", show.deletedAt && <LocalTime at={show.deletedAt} time />],
  ];
}

function Standing({ show }: { show: HouseShow }) {
  const fields = { show: show.id };
  const acts = { what: "show", title: show.title, fields, takeDown, lift } as const;
  return (
    <Section
      id="standing"
      title="Standing"
      aside={<To href={`/admin/audit?${new URLSearchParams({ target: show.id })}`} words="What happened to it" />}
    >
      <Row title="Takedown" act={<Takedown {...acts} takenDown={show.takenDownAt !== null} />}>
        {show.takenDownAt
          ? "Putting it back brings page, feed and audio back as they were, byte for byte."
          : "Takes page, feed and audio off the air, until it is lifted."}
      </Row>
    </Section>
  );
}

const Owner = ({ id, name, email }: { id: string; name: string; email: string }) => (
  <span className="block">
    <To href={`/admin/accounts/${id}`} words={name} /> <span className="text-quiet">{email}</span>
  </span>
);
