type Standing = { takenDownAt: Date | null; takedownReason: string | null };

/** Since when and why the house has it off the air; null: it has not. */
export const takenDownJson = ({ takenDownAt, takedownReason }: Standing) =>
  takenDownAt && { at: takenDownAt, reason: takedownReason };
