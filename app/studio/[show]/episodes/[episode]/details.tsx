"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { FieldName } from "@/lib/episodes/fields";
import { Conflict } from "./conflict";
import type { EditedEpisode } from "./edited-episode";
import { useEditor, useFieldState } from "./editing/context";

/** What is short to say about an episode. */
export function Details({ episode }: { episode: EditedEpisode }) {
  return (
    <section aria-labelledby="details" className="border-t pt-6">
      <h2 id="details" className="text-item font-semibold">
        Details
      </h2>
      <div className="mt-6 grid grid-cols-2 gap-x-6 gap-y-8 md:gap-x-10">
        <Ordinal name="season" label="Season" />
        <Ordinal name="number" label="Episode" />
        <NextPlace next={episode.next} />
        <Choice name="type" label="Type" options={types} />
        <Choice
          name="explicit"
          label="Explicit"
          options={[
            ["", `As the show: ${episode.show.explicit ? "yes" : "no"}`],
            ["true", "Yes"],
            ["false", "No"],
          ]}
        />
        <Address episode={episode} />
      </div>
    </section>
  );
}

const types = [
  ["full", "Full episode"],
  ["trailer", "Trailer"],
  ["bonus", "Bonus"],
] as const;

type OrdinalProps = { name: "season" | "number"; label: string };

function Ordinal({ name, label }: OrdinalProps) {
  const { value, error, type, mayEdit } = useFieldState(name);
  return (
    <div>
      <Field name={name} label={label} error={error} optional>
        <Input
          form="episode"
          inputMode="numeric"
          autoComplete="off"
          value={value}
          readOnly={!mayEdit}
          className="tabular-nums"
          onChange={(event) => type(event.target.value)}
        />
      </Field>
      <Conflict name={name} label={label.toLowerCase()} />
    </div>
  );
}

/** The next number, one press away; what it filled in says so, and goes the same way. */
function NextPlace({ next }: { next: EditedEpisode["next"] }) {
  const { session, state, mayEdit } = useEditor();
  const [before, setBefore] = useState<{ season: string; number: string } | null>(null);
  const { season, number, type } = state.form;
  const fill = (place: { season: string; number: string }) => {
    session.type("season", place.season);
    session.type("number", place.number);
  };
  const suggested = { season: next.season === null ? season : String(next.season), number: String(next.number) };
  const isFilled = before !== null && season === suggested.season && number === suggested.number;
  if (!mayEdit || (!isFilled && (number !== "" || type !== "full"))) return null;
  const words = next.season === null ? `episode ${next.number}` : `season ${next.season}, episode ${next.number}`;
  const take = () => {
    setBefore({ season, number });
    fill(suggested);
  };
  const undo = () => {
    if (before) fill(before);
    setBefore(null);
  };
  return (
    <p className="-mt-3 flex flex-wrap items-center gap-x-3 text-small text-quiet col-span-2">
      {isFilled ? `Filled in: ${words}, the next one.` : `Next is ${words}.`}
      <Button
        variant="quiet"
        size="small"
        className="-ms-3 underline underline-offset-4"
        onClick={isFilled ? undo : take}
      >
        {isFilled ? "Undo" : "Use it"}
      </Button>
    </p>
  );
}

type ChoiceProps = { name: FieldName; label: string; options: readonly (readonly [string, string])[] };

function Choice({ name, label, options }: ChoiceProps) {
  const { value, error, type, mayEdit } = useFieldState(name);
  const nameOf = (chosen: string) => options.find(([option]) => option === chosen)?.[1] ?? chosen;
  return (
    <div>
      <Field name={name} label={label} error={error}>
        <Select form="episode" value={value} disabled={!mayEdit} onChange={(event) => type(event.target.value)}>
          {options.map(([option, words]) => (
            <option key={option} value={option}>
              {words}
            </option>
          ))}
        </Select>
      </Field>
      <Conflict name={name} label={label.toLowerCase()} show={nameOf} />
    </div>
  );
}

function Address({ episode: { show, slug } }: { episode: EditedEpisode }) {
  const { value, error, type, mayEdit } = useFieldState("slug");
  return (
    <div className="col-span-2">
      <Field
        name="slug"
        label="Address"
        error={error}
        hint={<span className="break-all">{`${show.page}/${value || "…"}`}</span>}
        aside={
          mayEdit &&
          isNews(slug, value) && (
            <button type="button" className="link text-quiet" onClick={() => type(slug)}>
              From the title
            </button>
          )
        }
      >
        <Input
          form="episode"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={60}
          value={value}
          readOnly={!mayEdit}
          onChange={(event) => type(event.target.value.toLowerCase().replace(/[\s_]+/g, "-"))}
        />
      </Field>
      <Conflict name="slug" label="address" />
    </div>
  );
}

/** "pilot-2" is as near to the title as "pilot", which another has. */
const isNews = (slug: string | null, present: string): slug is string =>
  slug !== null && present.replace(/-\d+$/, "") !== slug && present !== slug;
