"use client";

import { Ellipsis } from "lucide-react";
import { useRef, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem, MenuLine, MenuLink } from "@/components/ui/menu";
import type { EpisodeLine } from "@/lib/episodes/table";
import { copyAndTell } from "../copy-and-tell";
import { deleteAndTell } from "./deleted/delete-and-tell";

type Props = { slug: string; line: EpisodeLine; mayEdit: boolean };

/** What can be done with an episode from the table. */
export function EpisodeMenu({ slug, line, mayEdit }: Props) {
  const [busy, start] = useTransition();
  const place = useRef<HTMLSpanElement>(null);
  const isOut = line.state === "published";
  if (!isOut && !mayEdit) return null;
  return (
    <span ref={place}>
      <Menu
        trigger={
          <Button variant="quiet" size="icon" busy={busy} aria-label={`More about ${line.title}`} className="-my-2.5">
            <Ellipsis aria-hidden="true" />
          </Button>
        }
      >
        {isOut && (
          <>
            <MenuLink href={`/${slug}/${line.slug}`}>Open page</MenuLink>
            <MenuItem onSelect={() => void copyAndTell(line.page, "The page address is copied.")}>
              Copy page address
            </MenuItem>
            {line.enclosure && (
              <MenuItem onSelect={() => void copyAndTell(String(line.enclosure), "The enclosure address is copied.")}>
                Copy enclosure address
              </MenuItem>
            )}
          </>
        )}
        {isOut && mayEdit && <MenuLine />}
        {mayEdit && (
          <MenuItem danger onSelect={() => start(() => remove(line, rowBeside(place.current)))}>
            Delete
          </MenuItem>
        )}
      </Menu>
    </span>
  );
}

/** The title of the row after this one, or of the one before. */
function rowBeside(place: HTMLElement | null): HTMLElement | null {
  const row = place?.closest("tr");
  const beside = row?.nextElementSibling ?? row?.previousElementSibling;
  return beside?.querySelector<HTMLElement>("[data-row]") ?? null;
}

/** The row goes, and the focus to the one beside it. */
async function remove(line: EpisodeLine, beside: HTMLElement | null): Promise<void> {
  if (await deleteAndTell(line)) beside?.focus();
}
