/** `reports`: what changes is kept for the next report to other processes. */
type Limits = { inAll: number; perNetwork: number; reports?: boolean };

/** How many streams a process has open, and how many of them by network: those that changed since its last report. */
export type Report = { total: number; networks: [network: string, open: number][] };

export type Admission = ReturnType<typeof admission>;

/** Counts what is being sent, so that neither a crowd nor one address takes everything. */
export function admission({ inAll, perNetwork, reports = false }: Limits) {
  const here = new Map<string, number>();
  const elsewhere = new Map<number, Map<string, number>>();
  const totals = new Map<number, number>();
  const changed = new Set<string>();
  let total = 0;

  function set(network: string, open: number): void {
    if (open > 0) here.set(network, open);
    else here.delete(network);
    if (reports) changed.add(network);
  }

  const openIn = (network: string) =>
    sum([...elsewhere.values()].map((open) => open.get(network) ?? 0)) + (here.get(network) ?? 0);

  return {
    /** Lets one more in from this network and gives what tells of its end, to be called once; null when there are too many. */
    enter(network: string): (() => void) | null {
      if (total + sum(totals.values()) >= inAll || openIn(network) >= perNetwork) return null;
      total += 1;
      set(network, (here.get(network) ?? 0) + 1);
      return () => {
        total -= 1;
        set(network, (here.get(network) ?? 1) - 1);
      };
    },
    /** For the other processes; null when there is nothing new. */
    report(): Report | null {
      if (changed.size === 0) return null;
      const networks = [...changed].map((network): [string, number] => [network, here.get(network) ?? 0]);
      changed.clear();
      return { total, networks };
    },
    /** The next report is about everything: somebody joined who has heard none. */
    reportAll(): void {
      for (const network of here.keys()) changed.add(network);
    },
    /** What another process reports; null: it is gone, and its streams with it. */
    hear(from: number, report: Report | null): void {
      if (!report) {
        elsewhere.delete(from);
        totals.delete(from);
        return;
      }
      const open = elsewhere.get(from) ?? new Map<string, number>();
      elsewhere.set(from, open);
      totals.set(from, report.total);
      for (const [network, count] of report.networks) {
        if (count > 0) open.set(network, count);
        else open.delete(network);
      }
    },
  };
}

function sum(numbers: Iterable<number>): number {
  let result = 0;
  for (const number of numbers) result += number;
  return result;
}
