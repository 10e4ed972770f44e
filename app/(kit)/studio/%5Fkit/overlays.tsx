"use client";

import { Copy, MoreHorizontal, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Menu, MenuChoice, MenuItem, MenuLine, MenuLink } from "@/components/ui/menu";
import { Tabs } from "@/components/ui/tabs";
import { Toaster, toast } from "@/components/ui/toast";
import { Tooltip } from "@/components/ui/tooltip";
import { Row, Section } from "./section";

const deleted = () => toast({ title: "“Carrier Lost” is deleted.", action: { label: "Undo", run: restored } });
const restored = () => toast({ title: "“Carrier Lost” is back." });
const failed = () =>
  toast({
    title: "The upload stopped.",
    description: "The network went away; it goes on when it is back.",
    urgent: true,
  });

export function Overlays() {
  return (
    <Section title="What opens">
      <Row>
        <DeleteShow />
        <EpisodeMenu />
        <ThemeMenu />
        <Tooltip text="Only you see it until then">
          <Button variant="secondary">With a tooltip</Button>
        </Tooltip>
        <Button variant="secondary" onClick={deleted}>
          Delete an episode
        </Button>
        <Button variant="secondary" onClick={failed}>
          Lose the network
        </Button>
      </Row>
      <Views />
      <Toaster />
    </Section>
  );
}

function DeleteShow() {
  return (
    <Dialog
      trigger={<Button variant="danger">Delete the show</Button>}
      title="Delete Night Signals?"
      description="Its 128 episodes, their audio and its feed go off the air at once. For 30 days you can bring it back."
      actions={
        <>
          <DialogClose>
            <Button variant="signal">Delete the show</Button>
          </DialogClose>
          <DialogClose>
            <Button variant="quiet">Keep it</Button>
          </DialogClose>
        </>
      }
    >
      <Field name="confirmation" label="Type its name to go on">
        <Input autoComplete="off" />
      </Field>
    </Dialog>
  );
}

function EpisodeMenu() {
  return (
    <Menu
      trigger={
        <Button variant="secondary" size="icon" aria-label="More about Carrier Lost">
          <MoreHorizontal aria-hidden="true" />
        </Button>
      }
    >
      <MenuLink href="/studio/_kit">
        <Pencil aria-hidden="true" />
        Edit
      </MenuLink>
      <MenuItem onSelect={restored}>
        <Copy aria-hidden="true" />
        Copy the address of its page
      </MenuItem>
      <MenuItem onSelect={restored} disabled>
        Unpublish
      </MenuItem>
      <MenuLine />
      <MenuItem onSelect={deleted} danger>
        <Trash2 aria-hidden="true" />
        Delete
      </MenuItem>
    </Menu>
  );
}

function ThemeMenu() {
  const [theme, setTheme] = useState("dark");
  const options = [
    { value: "system", name: "As the system" },
    { value: "light", name: "Light" },
    { value: "dark", name: "Dark" },
  ];
  return (
    <Menu trigger={<Button variant="secondary">With a choice</Button>}>
      <MenuChoice label="Theme" value={theme} onChoose={setTheme} options={options} />
    </Menu>
  );
}

function Views() {
  return (
    <Tabs
      label="Views of the show"
      tabs={[
        { value: "episodes", label: "Episodes", content: <p>What is on the air, and what will be.</p> },
        { value: "calendar", label: "Calendar", content: <p>What is scheduled, by month.</p> },
        { value: "settings", label: "Settings", content: <p>Name, artwork, language, categories.</p> },
        { value: "locked", label: "Locked", disabled: true, content: null },
      ]}
    />
  );
}
