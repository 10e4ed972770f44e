const words: Record<string, string> = {
  "account-mail": "Mail to accounts",
  "invitation-mail": "Mail with invitations",
  "takedown-mail": "Mail about takedowns",
  "inspect-media": "Checking of audio",
  sweep: "Clearing away",
};

/** What a queue does, for people; its own name where nobody has said. */
export const queueInWords = (name: string): string => words[name] ?? name;
