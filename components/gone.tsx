import { PlainPage } from "./plain-page";

export function Gone() {
  return (
    <PlainPage title="This has gone off the air.">
      <p>It was deleted by the people who made it, for good. Its address will not be used again.</p>
    </PlainPage>
  );
}
