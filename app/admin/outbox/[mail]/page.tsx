import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { LocalTime } from "@/components/local-time";
import { PageHeading } from "@/components/ui/page-heading";
import { Tabs } from "@/components/ui/tabs";
import { findOutboxMail } from "@/lib/house/outbox";
import { requireHouseAdmin } from "@/lib/web/session";
import { Facts } from "../../facts";

export const metadata: Metadata = { title: "Mail" };

type Props = { params: Promise<{ mail: string }> };

export default async function MailPage({ params }: Props) {
  const admin = await requireHouseAdmin();
  const mail = (await findOutboxMail(admin, (await params).mail)) ?? notFound();
  return (
    <>
      <PageHeading
        title={mail.subject}
        above={
          <Link href="/admin/outbox" prefetch={false} className="link">
            Outbox
          </Link>
        }
      />
      <Facts
        facts={[
          ["To", mail.to],
          ["Written", <LocalTime key="at" at={mail.createdAt} time />],
        ]}
      />
      <div className="mt-8">
        <Tabs
          label="The mail"
          tabs={[
            { value: "text", label: "As text", content: <AsText text={mail.text} /> },
            { value: "html", label: "As it looks", content: <AsPage html={mail.html} subject={mail.subject} /> },
          ]}
        />
      </div>
    </>
  );
}

const AsText = ({ text }: { text: string }) => <pre className="max-w-text font-sans whitespace-pre-wrap">{text}</pre>;

/** Nothing in a mail runs, or is fetched: the frame has no scripts, no origin, and a policy of its own. */
const AsPage = ({ html, subject }: { html: string; subject: string }) => (
  <iframe
    title={`The mail "${subject}" as it looks`}
    srcDoc={`${guard}${html}`}
    sandbox="allow-popups allow-popups-to-escape-sandbox"
    referrerPolicy="no-referrer"
    className="h-[36rem] w-full border bg-[#fafaf7]"
  />
);

const guard =
  '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'"><base target="_blank">';
