"use client";

type Props = { mode: "now" | "time"; onMode(mode: "now" | "time"): void; first: string | null };

/** Now, or at a time; what was out before comes back under its first date. */
export function ModeChoice({ mode, onMode, first }: Props) {
  return (
    <fieldset className="grid grid-cols-2 rounded-full border border-edge p-1">
      <legend className="sr-only">When</legend>
      <Mode value="now" chosen={mode} onMode={onMode} words={first ? "First date" : "Now"} />
      <Mode value="time" chosen={mode} onMode={onMode} words="At a time" />
    </fieldset>
  );
}

type ModeProps = Pick<Props, "onMode"> & { value: "now" | "time"; chosen: "now" | "time"; words: string };

const Mode = ({ value, chosen, onMode, words }: ModeProps) => (
  <label className="relative flex min-h-9 cursor-pointer items-center justify-center rounded-full px-3 text-small transition-colors duration-150 has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-2 has-focus-visible:outline-offset-3 has-focus-visible:outline-accent">
    <input
      type="radio"
      name="mode"
      value={value}
      checked={chosen === value}
      onChange={() => onMode(value)}
      className="absolute inset-0 cursor-pointer opacity-0"
    />
    {words}
  </label>
);
