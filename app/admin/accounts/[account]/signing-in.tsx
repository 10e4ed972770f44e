import { LocalTime } from "@/components/local-time";
import type { AccountFacts } from "@/lib/accounts/admin-account";
import { type Account, asksToVerify } from "@/lib/accounts/admin-accounts";
import { ActButton } from "../../act-button";
import { ActDialog } from "../../act-dialog";
import { Row, Section } from "../../section";
import { mailResetLink, signOutAccount, turnOffSecondFactor, verifyAddress } from "../actions";
import { ResetLink } from "./reset-link";

type Props = { user: Account; facts: Pick<AccountFacts, "sessions" | "passkeys"> };

/** How they come in, and what an admin can do where they cannot. */
export function SigningIn({ user, facts: { sessions, passkeys } }: Props) {
  const fields = { account: user.id };
  const isAway = user.suspendedAt !== null || user.closedAt !== null;
  return (
    <Section id="signing-in" title="Signing in">
      <Row
        title="Address"
        act={!user.emailVerifiedAt && <ActButton act={verifyAddress} fields={fields} label="Verify by hand" />}
      >
        <Verification verifiedAt={user.emailVerifiedAt} />
      </Row>
      <Row
        title="Sessions"
        act={
          sessions.count > 0 && (
            <ActButton act={signOutAccount} fields={fields} label="Sign out everywhere" done="Signed out everywhere." />
          )
        }
      >
        {sessions.count === 0 && "Signed in nowhere."}
        {sessions.count > 0 && `Signed in with ${sessions.count} ${sessions.count === 1 ? "browser" : "browsers"}`}
        {sessions.seenAt && (
          <>
            , last used <LocalTime at={sessions.seenAt} time />
          </>
        )}
      </Row>
      <Row title="Second step" act={user.totpEnabledAt && <FactorOff account={user.id} name={user.name} />}>
        {user.totpEnabledAt ? (
          <>
            Codes from an app, since <LocalTime at={user.totpEnabledAt} />
          </>
        ) : (
          "Off: the password alone is asked for."
        )}
        {passkeys > 0 && ` · ${passkeys} ${passkeys === 1 ? "passkey" : "passkeys"}`}
      </Row>
      {isAway ? (
        <Row title="New password">Not while nobody can sign in with the account.</Row>
      ) : (
        <NewPassword user={user} />
      )}
    </Section>
  );
}

function Verification({ verifiedAt }: { verifiedAt: Date | null }) {
  if (!verifiedAt)
    return asksToVerify()
      ? "Never verified: the link in the mail was not followed."
      : "Not verified: no mail leaves this house, so nobody is asked to.";
  return (
    <>
      Verified <LocalTime at={verifiedAt} />
    </>
  );
}

/** By mail, or by a link that the admin hands over. */
const NewPassword = ({ user: { id, email } }: { user: Account }) => (
  <>
    <Row
      title="New password, by mail"
      act={
        <ActButton act={mailResetLink} fields={{ account: id }} label="Mail a link" done={`On its way to ${email}.`} />
      }
    >
      They choose it on a page that the link opens, once and within the hour.
    </Row>
    <Row title="New password, by your hand" act={<ResetLink account={id} />}>
      Where no mail reaches them: you copy the same link and pass it on.
    </Row>
  </>
);

const FactorOff = ({ account, name }: { account: string; name: string }) => (
  <ActDialog
    act={turnOffSecondFactor}
    fields={{ account }}
    label="Turn off"
    variant="danger"
    title="Turn off the second step?"
    description={`${name} signs in by password alone afterwards; the recovery codes are worthless. They are told by mail. Be sure that it is really them who ask.`}
    confirm="Turn it off"
  />
);
