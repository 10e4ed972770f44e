import { Fragment } from "react";
import { clock } from "./clock";

/** A running time whose digits keep their places; the face's tabular colons would stand too far apart. */
export function Time({ seconds }: { seconds: number }) {
  return clock(seconds)
    .split(/(?<=:)|(?=:)/)
    .map((part, place) => ({ part, place }))
    .map(({ part, place }) => (
      <Fragment key={place}>{part === ":" ? part : <span className="tabular-nums">{part}</span>}</Fragment>
    ));
}
