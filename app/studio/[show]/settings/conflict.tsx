"use client";

import { useEffect, useRef } from "react";
import { LocalTime } from "@/components/local-time";
import { Button } from "@/components/ui/button";
import type { Settings, SettingsConflict } from "@/lib/shows/settings";

const names: Record<keyof Settings, string> = {
  title: "Title",
  description: "Description",
  author: "Author",
  language: "Language",
  category: "Category",
  type: "Type",
  explicit: "Explicit",
  ownerEmail: "Owner’s e-mail",
  publishOwnerEmail: "E-mail in the feed",
  locked: "Locked",
};

type Props = {
  conflict: SettingsConflict;
  mine: Partial<Settings>;
  onResolve(name: keyof Settings, take: "theirs" | "mine"): void;
};

/** Both values of every field that two people changed, and which of them shall stand. */
export function ConflictNotice({ conflict: { by, at, theirs }, mine, onResolve }: Props) {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => notice.current?.focus(), []);
  return (
    <div ref={notice} role="alert" tabIndex={-1} className="border-s-2 border-signal ps-5 focus-visible:outline-none">
      <p className="font-medium">{by} saved this after you opened it. Nothing of yours was written yet.</p>
      <p className="mt-1 text-small text-quiet">
        {at && (
          <>
            Saved <LocalTime at={at} time />.{" "}
          </>
        )}
        Choose for each field what shall stand, then save.
      </p>
      {(Object.keys(theirs) as (keyof Settings)[]).map((name) => (
        <div key={name} className="mt-5">
          <p className="text-small font-medium">{names[name]}</p>
          <div className="mt-2 grid gap-4 md:grid-cols-2">
            <Side
              whose={`${by}’s`}
              value={theirs[name]}
              act={`Take ${by}’s`}
              onTake={() => onResolve(name, "theirs")}
            />
            <Side whose="Yours" value={mine[name]} act="Keep mine" onTake={() => onResolve(name, "mine")} />
          </div>
        </div>
      ))}
    </div>
  );
}

type SideProps = { whose: string; value: Settings[keyof Settings] | undefined; act: string; onTake(): void };

const Side = ({ whose, value, act, onTake }: SideProps) => (
  <div className="min-w-0">
    <p className="text-small text-quiet">{whose}</p>
    <p className="mt-0.5 max-h-40 overflow-y-auto text-small whitespace-pre-wrap">{words(value)}</p>
    <Button variant="secondary" size="small" className="mt-2" onClick={onTake}>
      {act}
    </Button>
  </div>
);

function words(value: Settings[keyof Settings] | undefined): string {
  if (typeof value === "boolean") return value ? "Yes" : "No";
  return value || "Nothing";
}
