"use client";

import { Dialog } from "@base-ui/react/dialog";
import { Command as List } from "cmdk";
import { CornerDownLeft, Search } from "lucide-react";
import { useParams } from "next/navigation";
import { useState } from "react";
import { voice } from "@/components/voice";
import { type Command, groupsOf } from "./command";
import { readRecent } from "./recent";
import { type Deeds, useDeeds } from "./use-deeds";
import { useFound } from "./use-found";

type Props = { open: boolean; onOpenChange(open: boolean): void; isHouseAdmin: boolean; deeds: Deeds };

/** One field from which everything is reached: shows, episodes, settings, acts. */
export function Palette({ open, onOpenChange, isHouseAdmin, deeds }: Props) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fade fixed inset-0 z-20 bg-black/45" />
        <Dialog.Popup className="lift fixed inset-x-0 top-0 z-20 flex max-h-dvh flex-col border-b bg-sheet focus-visible:outline-none md:inset-x-auto md:top-[12vh] md:left-1/2 md:max-h-[70vh] md:w-[38rem] md:-translate-x-1/2 md:rounded-xl md:border">
          <Dialog.Title className="sr-only">Search and act</Dialog.Title>
          <Choices onDone={() => onOpenChange(false)} isHouseAdmin={isHouseAdmin} deeds={deeds} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

type ChoicesProps = { onDone(): void; isHouseAdmin: boolean; deeds: Deeds };

function Choices({ onDone, isHouseAdmin, deeds }: ChoicesProps) {
  const { show } = useParams<{ show?: string }>();
  const [text, setText] = useState("");
  const [recent] = useState(readRecent);
  const { found, isAsking, isLost } = useFound(text.trim(), show ?? null);
  const run = useDeeds(deeds);
  const groups = groupsOf(text, found, recent, isHouseAdmin);
  const first = groups[0] && lineId(groups[0].heading, groups[0].commands[0]);
  const [at, setAt] = useState("");
  const [heard, setHeard] = useState<unknown>(null);
  if (heard !== found) {
    setHeard(found);
    setAt(first ?? "");
  }
  const choose = (command: Command) => {
    onDone();
    run(command);
  };
  return (
    <List
      shouldFilter={false}
      value={at}
      onValueChange={setAt}
      loop
      label="Search and act"
      className="flex min-h-0 flex-col"
    >
      <div className="flex items-center gap-3 border-b px-5">
        <Search aria-hidden="true" className="size-5 shrink-0 text-quiet" />
        <List.Input
          value={text}
          onValueChange={setText}
          maxLength={200}
          placeholder="A show, an episode, a setting …"
          className="min-h-14 min-w-0 grow bg-transparent text-body placeholder:text-quiet focus-visible:outline-none"
        />
        <Dialog.Close className="min-h-11 shrink-0 px-1 text-small text-quiet hover:text-ink">Close</Dialog.Close>
      </div>
      <List.List className="min-h-0 grow overflow-y-auto p-2 md:min-h-72">
        {groups.map(({ heading, commands }) => (
          <List.Group
            key={heading}
            heading={heading}
            className="pb-2 [&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-small [&_[cmdk-group-heading]]:text-quiet"
          >
            {commands.map((command) => (
              <Line key={command.id} id={lineId(heading, command)} command={command} onChoose={choose} />
            ))}
          </List.Group>
        ))}
        {!isAsking && groups.length === 0 && !isLost && (
          <p className="px-3 py-6 text-quiet">Nothing here is called “{text.trim()}”.</p>
        )}
        {isLost && (
          <p className="px-3 py-6 text-quiet">The search does not answer. Check the connection and type again.</p>
        )}
      </List.List>
    </List>
  );
}

/** The same command may stand in two groups. */
const lineId = (heading: string, command: Command | undefined): string => `${heading} ${command?.id}`;

type LineProps = { id: string; command: Command; onChoose(command: Command): void };

const Line = ({ id, command, onChoose }: LineProps) => (
  <List.Item
    value={id}
    onSelect={() => onChoose(command)}
    className="group flex min-h-11 cursor-default items-center gap-4 rounded-md px-3 py-2 data-[selected=true]:bg-wash"
  >
    <span className="min-w-0 grow truncate" {...(command.language && voice(command.language))}>
      {command.name}
    </span>
    {command.beside && <span className="max-w-[45%] shrink-0 truncate text-small text-quiet">{command.beside}</span>}
    <CornerDownLeft
      aria-hidden="true"
      className="size-4 shrink-0 text-quiet opacity-0 group-data-[selected=true]:opacity-100 max-md:hidden"
    />
  </List.Item>
);
