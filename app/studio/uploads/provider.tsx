"use client";

import { type ReactNode, useEffect } from "react";
import { isBusy, keepAlive, restore } from "./desk";
import { DropSheet } from "./drop";
import { UploadLine } from "./upload-line";

/** Stands above the pages, so that uploads go on from one to the next; once, in the layout. */
export function UploadProvider({ children }: { children: ReactNode }) {
  useEffect(() => {
    void restore();
    return keepAlive();
  }, []);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => isBusy() && event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, []);
  return (
    <>
      {children}
      <UploadLine />
      <DropSheet />
    </>
  );
}
