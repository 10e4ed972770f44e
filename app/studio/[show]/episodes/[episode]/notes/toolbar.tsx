"use client";

import { type Editor, useEditorState } from "@tiptap/react";
import { Bold, Italic, Link2, List, ListOrdered, Quote, Redo2, Undo2 } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { classes } from "@/components/ui/classes";
import { LinkDialog } from "./link-dialog";
import { headingLevels } from "./schema";

const headings = ["Heading", "Smaller heading", "Smallest heading"];

/** One stop for the Tab key; the arrows go along it. */
export function Toolbar({ editor }: { editor: Editor }) {
  const bar = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState(0);
  const [linking, setLinking] = useState(false);
  const is = useEditorState({ editor, selector: ({ editor: now }) => marksOf(now) });
  const run = () => editor.chain().focus();
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const stops = stopsIn(bar.current);
    if (!step || stops.length === 0) return;
    event.preventDefault();
    stops[(stops.indexOf(event.target as HTMLElement) + step + stops.length) % stops.length]?.focus();
  };
  const enter = (event: { target: EventTarget }) => {
    const stops = stopsIn(bar.current);
    setStop(Math.max(0, stops.indexOf(event.target as HTMLElement)));
  };
  const tool = (index: number) => ({ tabIndex: index === stop ? 0 : -1 });
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label="Formatting"
      aria-controls="notes"
      className="flex items-center gap-0.5 border-b py-1.5"
      onKeyDown={walk}
      onFocus={enter}
    >
      <select
        {...tool(0)}
        aria-label="Kind of paragraph"
        value={is.level}
        className="-ms-2 me-1 h-10 max-w-28 min-w-0 cursor-pointer field-sizing-content rounded-full bg-transparent px-2 text-small hover:bg-wash md:max-w-none [&>option]:bg-sheet"
        onChange={({ target }) => setKind(editor, Number(target.value))}
      >
        <option value={0}>Text</option>
        {headingLevels.map((level, index) => (
          <option key={level} value={level}>
            {headings[index] ?? `Heading ${level}`}
          </option>
        ))}
      </select>
      <Tool {...tool(1)} name="Bold" on={is.bold} press={() => run().toggleBold().run()}>
        <Bold />
      </Tool>
      <Tool {...tool(2)} name="Italic" on={is.italic} press={() => run().toggleItalic().run()}>
        <Italic />
      </Tool>
      <Tool {...tool(3)} name="Link" on={is.link} press={() => setLinking(true)}>
        <Link2 />
      </Tool>
      <Tool {...tool(4)} name="List" on={is.bullets} press={() => run().toggleBulletList().run()}>
        <List />
      </Tool>
      <Tool {...tool(5)} name="Numbered list" on={is.numbers} press={() => run().toggleOrderedList().run()}>
        <ListOrdered />
      </Tool>
      <Tool {...tool(6)} name="Quote" on={is.quote} press={() => run().toggleBlockquote().run()}>
        <Quote />
      </Tool>
      <span className="ms-auto flex gap-0.5 max-md:[&>:last-child]:hidden">
        <Tool {...tool(7)} name="Undo" off={!is.canUndo} press={() => run().undo().run()}>
          <Undo2 />
        </Tool>
        <Tool {...tool(8)} name="Redo" off={!is.canRedo} press={() => run().redo().run()}>
          <Redo2 />
        </Tool>
      </span>
      <LinkDialog editor={editor} open={linking} onOpenChange={setLinking} />
    </div>
  );
}

const stopsIn = (bar: HTMLElement | null) =>
  [...(bar?.querySelectorAll<HTMLElement>("button, select") ?? [])].filter((stop) => stop.offsetParent);

const marksOf = (editor: Editor) => ({
  level: headingLevels.find((level) => editor.isActive("heading", { level })) ?? 0,
  bold: editor.isActive("bold"),
  italic: editor.isActive("italic"),
  link: editor.isActive("link"),
  bullets: editor.isActive("bulletList"),
  numbers: editor.isActive("orderedList"),
  quote: editor.isActive("blockquote"),
  canUndo: editor.can().undo(),
  canRedo: editor.can().redo(),
});

function setKind(editor: Editor, chosen: number): void {
  const level = headingLevels.find((each) => each === chosen);
  if (level) editor.chain().focus().setHeading({ level }).run();
  else editor.chain().focus().setParagraph().run();
}

type ToolProps = {
  name: string;
  tabIndex: number;
  /** undefined: it does not stay pressed */
  on?: boolean;
  off?: boolean;
  press(): void;
  children: ReactNode;
};

/** Where it can do nothing it stays reachable and says so, so that the arrows find the same places every time. */
const Tool = ({ name, tabIndex, on, off = false, press, children }: ToolProps) => (
  <button
    type="button"
    aria-label={name}
    title={name}
    aria-pressed={on}
    aria-disabled={off || undefined}
    tabIndex={tabIndex}
    className={classes(
      "inline-flex size-9 md:size-10 shrink-0 items-center justify-center rounded-full text-quiet transition-colors duration-150 hover:bg-wash hover:text-ink [&_svg]:size-[1.125rem]",
      "aria-pressed:bg-wash aria-pressed:text-ink aria-disabled:opacity-40",
    )}
    onMouseDown={(event) => event.preventDefault()}
    onClick={() => !off && press()}
  >
    {children}
  </button>
);
