"use client";

import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement } from "react";

/** Says more about the button inside, to eyes only: what a screen reader needs is in the button's own name. */
export function Tooltip({ text, children }: { text: string; children: ReactElement }) {
  return (
    <Base.Root>
      <Base.Trigger render={children} delay={400} />
      <Base.Portal>
        <Base.Positioner sideOffset={8} collisionPadding={12} className="z-20">
          <Base.Popup className="fade max-w-xs rounded-md bg-ink px-2.5 py-1.5 text-small text-paper">
            {text}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
