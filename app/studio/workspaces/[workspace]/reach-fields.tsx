"use client";

import { useId, useState } from "react";
import { roleNames, roleWords } from "@/components/role-words";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { Role } from "@/lib/accounts/members";

type Show = { id: string; title: string };
type Props = {
  roles: readonly Role[];
  shows: Show[];
  /** What is chosen at first; `limitedTo` null: all shows. */
  first: Role;
  limitedTo: string[] | null;
  errors: Record<string, string>;
};

/** A role, and for those that can be limited the shows that it is for. */
export function ReachFields({ roles, shows, first, limitedTo, errors }: Props) {
  const [role, setRole] = useState(first);
  const [reach, setReach] = useState(limitedTo ? "some" : "all");
  const id = useId();
  const canBeLimited = (role === "editor" || role === "analyst") && shows.length > 0;
  return (
    <>
      <Field name="role" id={`${id}-role`} label="Role" hint={roleWords[role]} error={errors.role}>
        <Select value={role} onChange={(event) => setRole(event.target.value as Role)}>
          {roles.map((each) => (
            <option key={each} value={each}>
              {roleNames[each]}
            </option>
          ))}
        </Select>
      </Field>
      {canBeLimited && (
        <Field name="reach" id={`${id}-reach`} label="Shows" error={errors.shows}>
          <Select value={reach} onChange={(event) => setReach(event.target.value)}>
            <option value="all">All, and those to come</option>
            <option value="some">Only some of them</option>
          </Select>
        </Field>
      )}
      {canBeLimited && reach === "some" && <ShowChoices shows={shows} chosen={limitedTo ?? []} />}
    </>
  );
}

const ShowChoices = ({ shows, chosen }: { shows: Show[]; chosen: string[] }) => (
  <fieldset className="-mt-2 max-h-64 overflow-y-auto">
    <legend className="sr-only">Which shows</legend>
    {shows.map(({ id, title }) => (
      <Checkbox key={id} name="shows" value={id} label={title} defaultChecked={chosen.includes(id)} />
    ))}
  </fieldset>
);
