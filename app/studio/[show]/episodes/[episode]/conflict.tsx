"use client";

import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { FieldName } from "@/lib/episodes/fields";
import { useEditor, useFieldState } from "./editing/context";

type Props = { name: FieldName; label: string; show?(text: string): React.ReactNode };

/** Both changed the same field: what the other wrote, and the question whose it shall be. */
export function Conflict({ name, label, show = (text) => text || "Nothing" }: Props) {
  const { session } = useEditor();
  const { conflict, value, type } = useFieldState(name);
  const box = useRef<HTMLFieldSetElement>(null);
  if (!conflict) return null;
  const { theirs, by } = conflict;
  const choose = (whose: "mine" | "theirs") => {
    focusField(box.current);
    session.choose(name, whose);
  };
  const takeTheirs = () => {
    choose("theirs");
    toast({ title: `The ${label} of ${by} is taken.`, action: { label: "Undo", run: () => type(value) } });
  };
  return (
    <fieldset ref={box} className="mt-4 min-w-0 border-s-2 border-signal ps-4">
      <legend className="sr-only">Two versions of the {label}</legend>
      <p className="text-small">
        <span className="font-medium">
          {by} changed the {label} too.
        </span>{" "}
        <span className="text-quiet">Yours, above, is not saved until you choose.</span>
      </p>
      <div className="mt-3 max-h-72 overflow-y-auto">{show(theirs)}</div>
      <div className="mt-4 flex flex-wrap gap-3">
        <Button size="small" onClick={() => choose("mine")}>
          Keep yours
        </Button>
        <Button size="small" variant="secondary" onClick={takeTheirs}>
          Take theirs
        </Button>
      </div>
    </fieldset>
  );
}

/** The question goes with its answer: the focus goes to the field that it stands below. */
function focusField(box: HTMLElement | null): void {
  const place = box?.parentElement;
  const field =
    place?.querySelector<HTMLElement>("[contenteditable=true]") ?? place?.querySelector("input, select, textarea");
  (field as HTMLElement | null | undefined)?.focus();
}
