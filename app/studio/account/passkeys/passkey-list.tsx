import { LocalTime } from "@/components/local-time";
import type { OwnPasskey } from "@/lib/accounts/passkeys";
import { EndDialog } from "../../end-dialog";
import { removePasskey } from "./actions";

/** The passkeys that open the account, with their last use. */
export function PasskeyList({ passkeys }: { passkeys: OwnPasskey[] }) {
  if (passkeys.length === 0) return <p className="mb-8 border-b pb-5">None yet.</p>;
  return (
    <ul aria-label="Your passkeys" className="mb-10 border-t">
      {passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
        <li key={id} className="flex items-center justify-between gap-6 border-b py-4">
          <div className="min-w-0">
            <p className="font-medium">{name}</p>
            <p className="mt-0.5 text-small text-quiet">
              made <LocalTime at={createdAt} /> · <LastUse at={lastUsedAt} />
            </p>
          </div>
          <EndDialog
            field="passkey"
            id={id}
            name={name}
            verb="Remove"
            words="It opens your account no more. Delete it in your device or password manager too; you can add another at any time."
            end={removePasskey}
          />
        </li>
      ))}
    </ul>
  );
}

function LastUse({ at }: { at: Date | null }) {
  if (!at) return "never used";
  return (
    <>
      last used <LocalTime at={at} time />
    </>
  );
}
