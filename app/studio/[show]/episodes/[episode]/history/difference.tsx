"use client";

import { diffWordsWithSpace } from "diff";
import type { ReactNode } from "react";
import { type EpisodeFields, type FieldName, fieldNames } from "@/lib/episodes/fields";
import { fieldWords } from "../field-words";
import { plainText } from "./plain-text";

type Props = { revision: { fields: EpisodeFields; before: EpisodeFields | null } };

/** What a save changed, word by word; of the first one all that it wrote. */
export function Difference({ revision: { fields, before } }: Props) {
  const names = fieldNames.filter((name) => (before ? before[name] !== fields[name] : textOf(fields, name) !== ""));
  return (
    <dl className="grid gap-4">
      {names.map((name) => (
        <div key={name}>
          <dt className="text-small text-quiet first-letter:uppercase">{fieldWords[name]}</dt>
          <dd className="mt-0.5 whitespace-pre-line">{compared(name, before, fields)}</dd>
        </div>
      ))}
    </dl>
  );
}

function compared(name: FieldName, before: EpisodeFields | null, after: EpisodeFields): ReactNode {
  const now = textOf(after, name);
  if (!before) return now;
  const was = textOf(before, name);
  if (was === now) return <span className="text-quiet">Only how it is set has changed.</span>;
  const parts = name === "title" || name === "notes" ? diffWordsWithSpace(was, now) : whole(was, now);
  return parts.map(({ added, removed, value }, index) => {
    const key = `${index} ${value}`;
    if (added) return <Added key={key}>{value}</Added>;
    return removed ? <Removed key={key}>{value}</Removed> : <span key={key}>{value}</span>;
  });
}

type Part = { added: boolean; removed: boolean; value: string };

function whole(was: string, now: string): Part[] {
  const parts = [
    { added: false, removed: true, value: was },
    { added: false, removed: false, value: was && now ? " " : "" },
    { added: true, removed: false, value: now },
  ];
  return parts.filter(({ value }) => value);
}

const Added = ({ children }: { children: string }) => (
  <ins className="bg-wash font-medium no-underline">
    <span className="sr-only">added: </span>
    {children}
  </ins>
);

const Removed = ({ children }: { children: string }) => (
  <del className="text-quiet decoration-signal">
    <span className="sr-only">removed: </span>
    {children}
  </del>
);

const kinds: Record<string, string> = { full: "Full episode", trailer: "Trailer", bonus: "Bonus" };

function textOf(fields: EpisodeFields, name: FieldName): string {
  const value = fields[name];
  if (name === "notes") return plainText(fields.notes);
  if (name === "type") return kinds[fields.type] ?? fields.type;
  if (name === "explicit" && value === null) return "As the show";
  if (typeof value === "boolean") return value ? "Yes" : "No";
  return value === null ? "" : String(value);
}
