"use client";

import { LocalTime } from "@/components/local-time";
import { Badge } from "@/components/ui/badge";
import { PasswordDialog } from "../password-dialog";
import { renewCodes, turnOff } from "./actions";

type Props = { since: Date; codesLeft: number; onNewCodes(codes: string[]): void };

/** What there is of a second step that is on, and what can be done about it by password. */
export function FactorOn({ since, codesLeft, onNewCodes }: Props) {
  return (
    <ul className="border-t">
      <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-b py-4">
        <div>
          <Badge tone="done">On</Badge>
          <p className="mt-0.5 text-small text-quiet">
            since <LocalTime at={since} />
          </p>
        </div>
        <PasswordDialog
          open="Turn off"
          danger
          title="Turn the second step off?"
          description="Your password alone opens your account then, and the recovery codes are worthless."
          act="Turn it off"
          action={turnOff}
        />
      </li>
      <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-b py-4">
        <div>
          <p className="font-medium">Recovery codes</p>
          <p className="mt-0.5 text-small text-quiet">
            {codesLeft === 0 ? "None is left: make new ones." : `${codesLeft} of 10 left`}
          </p>
        </div>
        <PasswordDialog
          open="Make new ones"
          title="Make new recovery codes?"
          description="The ones that you have are worthless from then on."
          act="Make new ones"
          action={renewCodes}
          onDone={(values) => onNewCodes(values.codes as string[])}
        />
      </li>
    </ul>
  );
}
