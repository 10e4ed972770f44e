import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { PageHeading } from "@/components/ui/page-heading";
import { listWorkspacesFor } from "@/lib/accounts/workspaces";
import { categories } from "@/lib/shows/categories";
import { requireSignedIn } from "@/lib/web/session";
import { namedLanguages } from "../named-languages";
import { correctShow, createShow } from "./actions";
import { NewShowForm } from "./new-show-form";

export const metadata: Metadata = { title: "New show" };

export default async function NewShowPage() {
  const workspaces = await listWorkspacesFor(await requireSignedIn(), "admin");
  if (workspaces.length === 0) notFound();
  return (
    <>
      <PageHeading
        title="New show"
        above={
          <Link href="/studio" prefetch={false} className="link">
            Shows
          </Link>
        }
      >
        <p>Four things, and it is there.</p>
      </PageHeading>
      <NewShowForm
        workspaces={workspaces}
        languages={namedLanguages()}
        categories={[...categories]}
        create={createShow}
        correct={correctShow}
      />
    </>
  );
}
