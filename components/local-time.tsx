"use client";

import { useScripted } from "./ui/use-scripted";

type Props = { at: Date; time?: boolean };

/** A date, with its time of day when `time`, in the reader's own zone; in UTC, which it says, until the script has come. */
export function LocalTime({ at, time = false }: Props) {
  const here = useScripted();
  const format = new Intl.DateTimeFormat("en-GB", {
    ...{ day: "numeric", month: "short", year: "numeric" },
    ...(time && { hour: "2-digit", minute: "2-digit" }),
    ...(time && !here && { timeZoneName: "short" }),
    ...(!here && { timeZone: "UTC" }),
  });
  return (
    <time dateTime={at.toISOString()} className="whitespace-nowrap">
      {format.format(at)}
    </time>
  );
}
