"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { buttonLook } from "./button-look";

type Props = {
  /** The button that opens it; leave it out and say `open`. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?(open: boolean): void;
  title: string;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons, the main one first; DialogClose among them. */
  actions?: ReactNode;
};

/** A question that must be answered before anything else. On a phone it rises from the edge that the thumb reaches. */
export function Dialog({ trigger, open, onOpenChange, title, description, children, actions }: Props) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className="fade fixed inset-0 bg-black/45" />
        <Base.Viewport className="fixed inset-0 grid items-end overflow-y-auto md:place-items-center md:p-6">
          <Base.Popup className="lift w-full max-w-xl border-t bg-sheet p-6 pb-8 focus-visible:outline-none md:rounded-xl md:border md:p-9">
            <div className="flex items-start justify-between gap-4">
              <Base.Title className="tight text-long font-semibold tracking-[-0.02em]">{title}</Base.Title>
              <Base.Close
                className={buttonLook({ variant: "quiet", size: "icon", className: "-mt-2 -me-3 shrink-0" })}
                aria-label="Close"
              >
                <X aria-hidden="true" />
              </Base.Close>
            </div>
            {description && <Base.Description className="mt-3 text-quiet">{description}</Base.Description>}
            {children && <div className="mt-6">{children}</div>}
            {actions && <div className="mt-8 flex flex-wrap gap-3">{actions}</div>}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

/** Makes the button inside close the dialog around it. */
export const DialogClose = ({ children }: { children: ReactElement }) => <Base.Close render={children} />;
