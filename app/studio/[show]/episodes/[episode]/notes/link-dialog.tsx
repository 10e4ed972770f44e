"use client";

import type { Editor } from "@tiptap/react";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { linkAddress } from "@/lib/episodes/notes-form";

type Props = { editor: Editor; open: boolean; onOpenChange(open: boolean): void };

const unreadable = "Must be the address of a page, or of a mailbox.";

/** Where the chosen words lead. */
export function LinkDialog({ editor, open, onOpenChange }: Props) {
  return (
    <Dialog title="Link" open={open} onOpenChange={onOpenChange}>
      <LinkForm editor={editor} close={() => onOpenChange(false)} />
    </Dialog>
  );
}

function LinkForm({ editor, close }: { editor: Editor; close(): void }) {
  const present: string = editor.getAttributes("link").href ?? "";
  const [address, setAddress] = useState(present);
  const [problem, setProblem] = useState<{ sentence: string; errors: Record<string, string> } | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const href = linkAddress(completed(address.trim()));
    if (!href) return setProblem({ sentence: unreadable, errors: { "link-address": unreadable } });
    set(editor, href);
    close();
  };
  const remove = () => {
    editor.chain().focus().extendMarkRange("link").unsetLink().run();
    close();
  };
  return (
    <form onSubmit={submit} noValidate className="grid gap-6">
      {problem && <ErrorSummary problem={problem} />}
      <Field name="link-address" label="Address" error={problem?.sentence}>
        <Input
          type="url"
          inputMode="url"
          autoComplete="off"
          placeholder="https://"
          value={address}
          onChange={(event) => setAddress(event.target.value)}
        />
      </Field>
      <div className="mt-2 flex flex-wrap gap-3">
        <Button type="submit">{present ? "Change link" : "Set link"}</Button>
        {present && (
          <Button variant="secondary" onClick={remove}>
            Remove link
          </Button>
        )}
      </div>
    </form>
  );
}

/** Where no words are chosen the address itself is written. */
function set(editor: Editor, href: string): void {
  const chain = editor.chain().focus();
  const { empty } = editor.state.selection;
  if (!empty || editor.isActive("link")) chain.extendMarkRange("link").setLink({ href }).run();
  else
    chain
      .insertContent({ type: "text", text: href.replace(/^mailto:/, ""), marks: [{ type: "link", attrs: { href } }] })
      .run();
}

/** People write "example.org" and "me@example.org". */
function completed(address: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return address;
  return /^[^\s/@]+@[^\s/@]+$/.test(address) ? `mailto:${address}` : `https://${address}`;
}
