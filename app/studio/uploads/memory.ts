/** An upload that was begun in this browser, as it is kept over a reload. */
export type Remembered = {
  id: string;
  show: string;
  episode: string;
  title: string;
  name: string;
  size: number;
  lastModified: number;
  /** when the tab that sends it last said so; 0: none does */
  beat: number;
};

const NAME = "longwave-uploads";
/** A tab that was silent for so long is gone. */
const SILENT_MS = 12_000;

export const isSentElsewhere = ({ beat }: Remembered, now: number): boolean => now - beat < SILENT_MS;

export function remembered(): Remembered[] {
  try {
    return JSON.parse(localStorage.getItem(NAME) ?? "[]");
  } catch {
    return [];
  }
}

export function remember(upload: Remembered): void {
  write([...remembered().filter(({ id }) => id !== upload.id), upload]);
}

export function forget(id: string): void {
  write(remembered().filter((each) => each.id !== id));
}

/** Says of those that this tab sends that it still does, or with 0 that it no longer does. */
export function beat(ids: string[], at: number): void {
  if (ids.length > 0) write(remembered().map((each) => (ids.includes(each.id) ? { ...each, beat: at } : each)));
}

function write(uploads: Remembered[]): void {
  try {
    localStorage.setItem(NAME, JSON.stringify(uploads));
  } catch {
    // Without a store the upload runs all the same; only a reload ends it.
  }
}
