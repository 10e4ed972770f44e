"use client";

import { useId, useRef } from "react";
import { buttonLook } from "@/components/ui/button-look";
import { classes } from "@/components/ui/classes";
import { type FileHandle, picker } from "../../../../uploads/handles";

type Props = { isReplacing: boolean; isOut: boolean; onChoose(file: File, handle: FileHandle | null): void };

const ACCEPTED = ".mp3,.m4a,.mp4,audio/mpeg,audio/mp4,audio/x-m4a";

/** Where a file is chosen; on a page without audio it says that one can be dropped, too. */
export function ChooseFile({ isReplacing, isOut, onChoose }: Props) {
  const hint = useId();
  if (isReplacing)
    return (
      <div className="mt-4">
        <FileButton label="Replace the audio" describedBy={hint} onChoose={onChoose} />
        {isOut && (
          <p id={hint} className="mt-3 max-w-text text-small text-quiet">
            Listeners then get the new file, under a new address. The old one goes on for 30 days, for apps that know
            it.
          </p>
        )}
      </div>
    );
  return (
    <div className="mt-4 rounded-xl border border-dashed border-edge px-5 py-8 md:px-8 md:py-10">
      <p className="text-item font-semibold tracking-[-0.01em]">
        <span className="max-md:hidden">Drop the episode’s audio here.</span>
        <span className="md:hidden">The episode’s audio goes here.</span>
      </p>
      <p id={hint} className="mt-2 max-w-text text-quiet">
        MP3 or M4A, as it should be heard. You can write on while it uploads, and go on after a lost network or a
        reload.
      </p>
      <div className="mt-5">
        <FileButton label="Choose a file" describedBy={hint} onChoose={onChoose} />
      </div>
    </div>
  );
}

type ButtonProps = {
  label: string;
  describedBy?: string;
  /** True when it was done without choosing. */
  before?(): Promise<boolean>;
  onChoose(file: File, handle: FileHandle | null): void;
};

/** Looks like a button and is a file field. Where the browser has a window that gives a handle, that is opened instead. */
export function FileButton({ label, describedBy, before, onChoose }: ButtonProps) {
  const field = useRef<HTMLInputElement>(null);
  const open = async () => {
    if (await before?.()) return;
    const [handle] =
      (await picker()?.({ types: [{ accept: { "audio/*": [".mp3", ".m4a", ".mp4"] } }] }).catch(() => [])) ?? [];
    if (handle) onChoose(await handle.getFile(), handle);
  };
  return (
    <label
      className={classes(
        buttonLook({ variant: "secondary", size: "small" }),
        "cursor-pointer focus-within:outline-2 focus-within:outline-offset-3 focus-within:outline-accent",
      )}
    >
      {label}
      <input
        ref={field}
        type="file"
        accept={ACCEPTED}
        aria-label={label}
        aria-describedby={describedBy}
        className="absolute inset-0 size-full cursor-pointer opacity-0"
        onClick={(event) => {
          if (!picker()) return;
          event.preventDefault();
          void open();
        }}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file) onChoose(file, null);
        }}
      />
    </label>
  );
}
