const sections = [
  ["general", "General"],
  ["picture", "Artwork"],
  ["address", "Address"],
  ["owner", "Owner"],
  ["feed", "Feed"],
] as const;

/** The sections by their anchors: at the side, above them on a phone. */
export function SectionNav({ danger }: { danger: boolean }) {
  const all = danger ? [...sections, ["danger", "Delete"] as const] : sections;
  return (
    <nav
      aria-label="Sections"
      className="flex flex-wrap gap-x-6 self-start text-small lg:sticky lg:top-6 lg:grid lg:gap-x-0"
    >
      {all.map(([id, name]) => (
        <a key={id} href={`#${id}`} className="inline-flex min-h-11 items-center text-quiet hover:text-ink lg:min-h-9">
          {name}
        </a>
      ))}
    </nav>
  );
}
