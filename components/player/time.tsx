import { Fragment } from "react";
import { clock } from "./clock";

/** A running time whose digits keep their places; the face's tabular colons would stand too far apart. */
export function Time({ seconds }: { seconds: number }) {
  const parts = clock(seconds)
    .split(":")
    .map((digits, place) => ({ digits, place }));
  return (
    <span>
      {parts.map(({ digits, place }) => (
        <Fragment key={place}>
          {place > 0 && ":"}
          <span className="tabular-nums">{digits}</span>
        </Fragment>
      ))}
    </span>
  );
}
