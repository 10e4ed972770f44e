import { appendFile } from "node:fs/promises";
import { availableParallelism, cpus, loadavg } from "node:os";

export type Table = Record<string, Record<string, string | number>>;

/** Shows a table, and appends it to docs/measurements.md with when and where it was taken. */
export async function record(title: string, table: Table): Promise<void> {
  console.table(table);
  const columns = Object.keys(Object.values(table)[0] ?? {});
  const rows = Object.entries(table).map(([name, row]) => [name, ...columns.map((column) => row[column] ?? "")]);
  const lines = [["", ...columns], ["", ...columns].map(() => "---"), ...rows].map(
    (cells) => `| ${cells.join(" | ")} |`,
  );
  await appendFile("docs/measurements.md", `\n## ${title}\n\n${where()}\n\n${lines.join("\n")}\n`);
}

function where(): string {
  const [load = 0] = loadavg();
  const day = new Date().toISOString().slice(0, 10);
  return `${day}, ${availableParallelism()} cores of ${cpus()[0]?.model ?? "a machine"}, load ${load.toFixed(1)} at the end.`;
}
