import type { ReactNode } from "react";
import { LocalTime } from "./local-time";

type Props = {
  what: "show" | "episode";
  takedown: { takenDownAt: Date | null; takedownReason: string | null };
  /** whom to write to: an address of mail; null where the house names none */
  contact: string | null;
};

/** What the owner of something reads while the house has it off the air; nothing while it has not. */
export function TakenDown({ what, takedown: { takenDownAt, takedownReason }, contact }: Props) {
  if (!takenDownAt) return null;
  return (
    <section
      id="taken-down"
      aria-labelledby="taken-down-words"
      tabIndex={-1}
      className="mb-10 border-s-2 border-signal ps-5 focus-visible:outline-none lg:mb-12"
    >
      <h2 id="taken-down-words" className="text-item font-semibold">
        The house took this {what} off the air
      </h2>
      <div className="mt-3 grid max-w-text gap-3">
        {takedownReason && <p className="whitespace-pre-line">{takedownReason}</p>}
        <p className="text-small text-quiet">
          Since <LocalTime at={takenDownAt} time />
          {what === "show"
            ? " its page, its feed and its audio answer that they are gone, and nothing in it can be published."
            : " its page and its audio answer that they are gone, it has left the feed, and it cannot be published."}{" "}
          Nothing was deleted. <Contact address={contact} />
        </p>
      </div>
    </section>
  );
}

function Contact({ address }: { address: string | null }): ReactNode {
  if (!address) return "Whoever runs this house can lift it.";
  return (
    <>
      Write to{" "}
      <a href={`mailto:${address}`} className="link">
        {address}
      </a>{" "}
      to have it lifted.
    </>
  );
}
