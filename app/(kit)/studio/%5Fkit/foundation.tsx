import { Section } from "./section";

const colours = [
  ["paper", "bg-paper"],
  ["sheet", "bg-sheet"],
  ["wash", "bg-wash"],
  ["hairline", "bg-hairline"],
  ["edge", "bg-edge"],
  ["quiet", "bg-quiet"],
  ["ink-soft", "bg-ink-soft"],
  ["ink", "bg-ink"],
  ["signal", "bg-signal"],
  ["signal-soft", "bg-signal-soft"],
] as const;

const sizes = [
  ["display", "display text-display"],
  ["head", "display text-head"],
  ["long", "text-long font-semibold tracking-[-0.02em]"],
  ["item", "text-item font-semibold tracking-[-0.015em]"],
  ["lead", "text-lead"],
  ["body", "text-body"],
  ["small", "text-small"],
] as const;

export function Colours() {
  return (
    <Section title="Colour">
      <ul className="grid grid-cols-4 gap-4 text-small text-quiet lg:grid-cols-10">
        {colours.map(([name, fill]) => (
          <li key={name}>
            <span className={`mb-2 block aspect-square rounded-full border ${fill}`} />
            {name}
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function Type() {
  return (
    <Section title="Type">
      <dl className="grid gap-6">
        {sizes.map(([name, look]) => (
          <div key={name}>
            <dt className="text-small text-quiet">{name}</dt>
            <dd className={look}>Night Signals, No. 1234567890</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
