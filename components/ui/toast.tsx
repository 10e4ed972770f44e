"use client";

import { Toast as Base } from "@base-ui/react/toast";
import { X } from "lucide-react";
import { buttonLook } from "./button-look";

const manager = Base.createToastManager();

type Message = {
  title: string;
  description?: string;
  /** The way back: "Undo". */
  action?: { label: string; run(): void };
  /** Stays until it is closed, and interrupts a screen reader. */
  urgent?: boolean;
};

/** Says what has happened, for ten seconds, wherever a Toaster stands. */
export function toast({ title, description, action, urgent = false }: Message): void {
  const id = manager.add({
    title,
    description,
    timeout: urgent ? 0 : 10_000,
    priority: urgent ? "high" : "low",
    actionProps: action && { children: action.label, onClick: () => undo(id, action.run) },
  });
}

function undo(id: string, run: () => void): void {
  manager.close(id);
  run();
}

/** Where toasts appear; once, in the layout. */
export function Toaster() {
  return (
    <Base.Provider toastManager={manager} limit={3}>
      <Base.Portal>
        <Base.Viewport className="fixed inset-x-4 bottom-4 z-30 flex flex-col gap-2 md:inset-x-auto md:inset-e-6 md:bottom-6 md:w-96">
          <Messages />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function Messages() {
  const { toasts } = Base.useToastManager();
  return toasts.map((message) => (
    <Base.Root key={message.id} toast={message} className="lift rounded-xl bg-ink text-paper data-limited:hidden">
      <Base.Content className="flex items-center gap-2 py-2 ps-4 pe-2">
        <div className="min-w-0 flex-1 py-1">
          <Base.Title className="text-small font-semibold" render={<p />} />
          <Base.Description className="text-small wrap-anywhere" />
        </div>
        <Base.Action className="min-h-11 shrink-0 rounded-full px-3 text-small font-semibold underline underline-offset-4" />
        <Base.Close
          className={buttonLook({ variant: "quiet", size: "icon", className: "text-paper hover:bg-ink-soft" })}
          aria-label="Dismiss"
        >
          <X aria-hidden="true" />
        </Base.Close>
      </Base.Content>
    </Base.Root>
  ));
}
