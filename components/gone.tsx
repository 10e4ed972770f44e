import { PlainPage } from "./plain-page";

/** What stands where something was. */
export function Gone({ house, takenDown = false }: { house: string; takenDown?: boolean }) {
  return (
    <PlainPage title="This has gone off the air." house={house}>
      <p>
        {takenDown
          ? "Whoever runs this house took it down. While that lasts there is nothing to see or to hear here."
          : "It was deleted by the people who made it, for good. Its address will not be used again."}
      </p>
    </PlainPage>
  );
}
