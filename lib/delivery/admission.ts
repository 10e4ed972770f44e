export type Limits = { inAll: number; perNetwork: number };

/** Counts what is being sent, so that neither a crowd nor one address takes everything. */
export function admission({ inAll, perNetwork }: Limits) {
  const open = new Map<string, number>();
  let total = 0;
  return {
    /** Lets one more in from this network and gives what tells of its end, to be called once; null when there are too many. */
    enter(network: string): (() => void) | null {
      const here = open.get(network) ?? 0;
      if (total >= inAll || here >= perNetwork) return null;
      total += 1;
      open.set(network, here + 1);
      return () => {
        total -= 1;
        const left = (open.get(network) ?? 1) - 1;
        if (left > 0) open.set(network, left);
        else open.delete(network);
      };
    },
  };
}
