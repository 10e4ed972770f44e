"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** Rows by keyboard: j and k, or the arrows once one has the focus; Enter opens it, "/" goes to the search. */
export function RowKeys({ children }: { children: ReactNode }) {
  const rows = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || isTaken(event.target)) return;
      if (event.key === "/") return find(event, document.querySelector<HTMLElement>("main input[type=search]"));
      const links = [...(rows.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
      const at = links.indexOf(document.activeElement as HTMLElement);
      const step = stepOf(event.key, at >= 0);
      if (step !== 0) find(event, links[at < 0 ? 0 : at + step]);
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
  return <div ref={rows}>{children}</div>;
}

function stepOf(key: string, isInList: boolean): number {
  if (key === "j" || (isInList && key === "ArrowDown")) return 1;
  return key === "k" || (isInList && key === "ArrowUp") ? -1 : 0;
}

function find(event: KeyboardEvent, element: HTMLElement | null | undefined): void {
  if (!element) return;
  event.preventDefault();
  element.focus();
}

/** What is typed into a field, a menu or a dialog is theirs. */
const isTaken = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest("input, textarea, select, [contenteditable], [role=menu], [role=dialog]") !== null;
