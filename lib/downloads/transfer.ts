import type { Subject } from "@/lib/downloads/subject";

/** Who asked, and how. `address` lives in memory until the transfer is written, and is written nowhere. */
export type Asking = {
  method: string;
  address: string;
  userAgent: string | null;
  referrer: string | null;
  /** the Range header */
  range: string | null;
  lane: Lane;
};

/** Where the bytes were counted: "express" as the kernel took them, "route" as Next did, which is as many or more. */
export type Lane = "express" | "route";

/** "handed-on": another server sends the bytes, and nobody knows how many. */
export type Outcome = "complete" | "left" | "cut" | "broke" | "handed-on";

/** One answer about audio or a feed, when it is over. */
export type Transfer = Subject &
  Asking & {
    id: string;
    startedAt: Date;
    endedAt: Date;
    status: number;
    /** of a 206: its first byte in the object */
    firstByte: number | null;
    /** of the object, that left */
    bytes: number;
    outcome: Outcome;
  };

type Sent = { method: string; headers: { get(name: string): string | null } };

export const askingOf = ({ method, headers }: Sent, address: string, lane: Lane): Asking => ({
  ...{ method, address, lane },
  userAgent: headers.get("user-agent"),
  referrer: headers.get("referer"),
  range: headers.get("range"),
});
