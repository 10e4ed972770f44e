"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import type { ActionState } from "@/lib/web/action";
import { useAnswer } from "../../../use-answer";
import { Confirmation } from "./confirmation";
import type { Save } from "./use-section";

type Refusal = Extract<ActionState, { ok: false }>;

type Props = {
  show: { slug: string; title: string };
  /** what comes before a slug: "https://example.org/" */
  base: string;
  former: string[];
  mayRule: boolean;
  move: Save;
};

/** Where the page and the feed are; changed only when the show's name is typed. */
export function AddressSection({ show, base, former, mayRule, move }: Props) {
  const [slug, setSlug] = useState(show.slug);
  const [refused, setRefused] = useState<{ slug: string; why: Refusal } | null>(null);
  const wanted = slug.trim().toLowerCase();
  const refusal = refused?.slug === wanted ? refused.why : null;
  return (
    <div className="grid gap-7">
      {refusal && <ErrorSummary problem={refusal} />}
      {mayRule && (
        <Field
          name="slug"
          label="Address"
          hint="Small letters a to z, digits and hyphens."
          error={refusal?.errors.slug}
        >
          <Input
            value={slug}
            maxLength={60}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setSlug(event.target.value)}
          />
        </Field>
      )}
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2 text-small">
        <dt className="text-quiet">Page</dt>
        <dd>{base + wanted}</dd>
        <dt className="text-quiet">Feed</dt>
        <dd>{`${base + wanted}/feed.xml`}</dd>
      </dl>
      {mayRule ? (
        <Move
          key={show.slug}
          show={show}
          slug={wanted}
          move={move}
          onRefused={(why) => setRefused({ slug: wanted, why })}
        />
      ) : (
        <p className="text-small text-quiet">Only admins of the workspace change it.</p>
      )}
      <FormerAddresses base={base} former={former} />
    </div>
  );
}

type MoveProps = { show: Props["show"]; slug: string; move: Save; onRefused(why: Refusal): void };

/** What is wrong with the address is said beside it, behind the question. */
function Move({ show, slug, move, onRefused }: MoveProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [state, submit] = useAnswer(async (previous: ActionState, form: FormData) => {
    const answer = await move(previous, form);
    if (answer?.ok === false && answer.errors.slug) {
      setOpen(false);
      onRefused(answer);
      return null;
    }
    if (!answer?.ok) return answer;
    setOpen(false);
    toast({ title: "The show has moved.", description: "Its old addresses lead to the new one." });
    router.replace(`/studio/${slug}/settings#address`);
    return answer;
  });
  const isSame = slug === show.slug;
  return (
    <>
      <Button
        variant="secondary"
        size="small"
        disabled={isSame || slug === ""}
        className="justify-self-start"
        onClick={() => setOpen(true)}
      >
        Change address …
      </Button>
      <Confirmation
        open={open}
        onOpenChange={setOpen}
        title="Move the show to another address?"
        description="Its page and its feed get new addresses. The old ones keep answering with a permanent redirect (301), and apps follow it, some of them after days."
        expected={show.title}
        ask="Type the show’s name"
        act="Change address"
        fields={{ show: show.slug, slug }}
        state={state}
        submit={submit}
      />
    </>
  );
}

function FormerAddresses({ base, former }: { base: string; former: string[] }) {
  if (former.length === 0) return null;
  return (
    <div className="text-small">
      <h3 className="text-quiet">Old addresses, which lead here</h3>
      <ul className="mt-2 border-t">
        {former.map((slug) => (
          <li key={slug} className="border-b py-2.5">
            {base + slug}
          </li>
        ))}
      </ul>
    </div>
  );
}
