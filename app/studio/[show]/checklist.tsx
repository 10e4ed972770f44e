import { Check } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import type { FirstSteps } from "@/lib/episodes/first-steps";

type Props = { slug: string; steps: FirstSteps; begin: ReactNode };

/** The way to the first publication; a line ticks itself, and all of it goes once something is out. */
export function Checklist({ slug, steps, begin }: Props) {
  const episode = steps.episode && `/studio/${slug}/episodes/${steps.episode}`;
  const lines: LineProps[] = [
    {
      name: "Artwork",
      about: "A square picture, by which people know the show.",
      done: steps.hasArtwork,
      href: "#artwork",
    },
    {
      name: "Description",
      about: "What it is about, in a few sentences.",
      done: steps.hasDescription,
      href: "#description",
    },
    {
      name: "First episode",
      about: "A draft, which only you and your workspace see. Drop its audio on this page, or begin with words.",
      done: episode !== null,
      act: begin,
    },
    { name: "Audio", about: "The file that apps will play.", done: steps.hasAudio, href: episode },
    {
      name: "Preview",
      about: "A link for a guest or a friend, to hear it before it is out.",
      done: steps.hasPreview,
      href: episode,
    },
    {
      name: "Publish",
      about: steps.isScheduled
        ? "It goes out by itself at the time that you chose."
        : "Then the page and the feed are on the air.",
      done: false,
      href: episode && `${episode}#publish`,
    },
  ];
  const next = lines.find(({ done }) => !done);
  const doneLines = lines.filter(({ done }) => done).length;
  return (
    <section aria-labelledby="first-steps" className="mt-10 lg:mt-12">
      <div className="flex items-baseline justify-between gap-4">
        <h2 id="first-steps" className="text-item font-semibold tracking-[-0.015em]">
          On the way to the air
        </h2>
        <p className="text-small text-quiet tabular-nums">
          {doneLines} of {lines.length}
        </p>
      </div>
      <ol className="mt-4 border-t">
        {lines.map((line) => (
          <Line key={line.name} {...line} isNext={line === next} />
        ))}
      </ol>
    </section>
  );
}

type LineProps = { name: string; about: string; done: boolean; href?: string | null; act?: ReactNode };

function Line({ name, about, done, href, act, isNext }: LineProps & { isNext: boolean }) {
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)_auto] items-start gap-x-4 border-b py-3.5">
      <Mark done={done} isNext={isNext} />
      <div className="min-w-0">
        <p className={done ? "text-quiet" : "font-medium"}>
          {href && !done ? (
            <Link href={href} prefetch={false} className="link">
              {name}
            </Link>
          ) : (
            name
          )}
          <span className="sr-only">{done ? ": done" : ": to do"}</span>
        </p>
        {!done && <p className="text-small text-quiet">{about}</p>}
      </div>
      {!done && act}
    </li>
  );
}

function Mark({ done, isNext }: { done: boolean; isNext: boolean }) {
  if (done) return <Check aria-hidden="true" className="mt-1 size-5" />;
  return (
    <span
      aria-hidden="true"
      className={`mt-1.5 ms-1 size-3 rounded-full border ${isNext ? "border-signal bg-signal" : "border-edge"}`}
    />
  );
}
