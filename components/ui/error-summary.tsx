"use client";

import { type MouseEvent, useEffect, useRef } from "react";

/** What happened and what to do, and each field's own sentence. */
type Problem = { sentence: string; errors: Record<string, string> };

/** Takes the focus when it comes, so that a screen reader reads it; its links lead to the fields and show when reached. */
export function ErrorSummary({ problem }: { problem: Problem }) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) summary.current?.focus();
  }, [problem]);
  // Where the sentence is about one field, it is said once and leads there.
  const only = Object.keys(problem.errors).find((field) => problem.errors[field] === problem.sentence);
  const fields = Object.entries(problem.errors).filter(([field]) => field !== only);
  return (
    <div ref={summary} role="alert" tabIndex={-1} className="border-s-2 border-signal ps-4 focus-visible:outline-none">
      <p className="font-medium">
        {only ? (
          <a className="link" href={`#${only}`} onClick={(event) => lead(event, only)}>
            {problem.sentence}
          </a>
        ) : (
          problem.sentence
        )}
      </p>
      {fields.length > 0 && (
        <ul className="mt-1 text-small not-focus-within:sr-only">
          {fields.map(([field, error]) => (
            <li key={field}>
              <a className="link" href={`#${field}`} onClick={(event) => lead(event, field)}>
                {error}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** A field's id is its name, but where two of a page have the same: then the one in sight is meant. */
function lead(event: MouseEvent, field: string): void {
  if (document.getElementById(field)) return;
  const named = [...document.getElementsByName(field)].find((each) => each.offsetParent);
  if (!named) return;
  event.preventDefault();
  named.focus();
}
