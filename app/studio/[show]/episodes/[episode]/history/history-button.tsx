"use client";

import { History } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/button";

const HistoryDialog = dynamic(() => import("./history-dialog").then((module) => module.HistoryDialog), { ssr: false });

/** The way to what was saved before. */
export function HistoryButton({ episode }: { episode: string }) {
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  return (
    <>
      <Button
        variant="quiet"
        size="small"
        className="max-md:size-11 max-md:p-0"
        onClick={() => {
          setWanted(true);
          setOpen(true);
        }}
      >
        <History aria-hidden="true" />
        <span className="max-md:sr-only">History</span>
      </Button>
      {wanted && <HistoryDialog episode={episode} open={open} onOpenChange={setOpen} />}
    </>
  );
}
