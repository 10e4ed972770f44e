import { LocalTime } from "@/components/local-time";
import type { Account } from "@/lib/accounts/admin-accounts";
import { CLOSED_KEPT_DAYS, type Closing } from "@/lib/accounts/closing";
import { ActButton } from "../../act-button";
import { ActDialog } from "../../act-dialog";
import { Row, Section } from "../../section";
import { closeAccount, makeHouseAdmin, reopenAccount, restoreAccount, unmakeHouseAdmin } from "../actions";
import { Suspend } from "./suspend";

/** What an admin decides about an account. */
export function Standing({ user, closing }: { user: Account; closing: Closing }) {
  return (
    <Section id="standing" title="Standing">
      {!user.closedAt && <SuspensionRow user={user} />}
      <ClosingRow user={user} closing={closing} />
      <HouseAdminRow user={user} />
    </Section>
  );
}

function SuspensionRow({ user }: { user: Account }) {
  if (!user.suspendedAt)
    return (
      <Row title="Suspension" act={<Suspend account={user.id} name={user.name} />}>
        Takes what only they answer for off the air, until it is lifted.
      </Row>
    );
  return (
    <Row
      title="Suspended"
      act={<ActButton act={restoreAccount} fields={{ account: user.id }} label="Restore" variant="primary" />}
    >
      Since <LocalTime at={user.suspendedAt} time />. Restoring brings back every feed and page as it was.
    </Row>
  );
}

function ClosingRow({ user, closing }: { user: Account; closing: Closing }) {
  const fields = { account: user.id };
  if (user.closedAt)
    return (
      <Row
        title="Closed"
        act={<ActButton act={reopenAccount} fields={fields} label="Undo closing" variant="primary" />}
      >
        Since <LocalTime at={user.closedAt} time />. It is erased {CLOSED_KEPT_DAYS} days after that.
      </Row>
    );
  return (
    <Row
      title="Closing"
      act={
        <ActDialog
          act={closeAccount}
          fields={fields}
          label="Close account"
          variant="danger"
          title={`Close the account of ${user.name}?`}
          description={`${whatGoes(closing)} It can be undone for ${CLOSED_KEPT_DAYS} days; then it is erased. They are told by mail.`}
          confirm="Close account"
        />
      }
    >
      For somebody who asks to be gone. They can do it themselves too.
    </Row>
  );
}

function whatGoes({ alone }: Closing): string {
  const shows = alone.reduce((sum, workspace) => sum + workspace.shows, 0);
  if (shows === 0) return "They are signed out, and their tokens end.";
  return `They are signed out, and ${shows} ${shows === 1 ? "show goes" : "shows go"} off the air with them.`;
}

function HouseAdminRow({ user }: { user: Account }) {
  if (user.isHouseAdmin)
    return (
      <Row
        title="House admin"
        act={
          <ActDialog
            act={unmakeHouseAdmin}
            fields={{ account: user.id }}
            label="Make an ordinary account"
            variant="danger"
            title="No longer a house admin?"
            description={`${user.name} does not find this desk any more. Their shows stay as they are.`}
            confirm="Make ordinary"
          />
        }
      >
        They do at this desk what you do.
      </Row>
    );
  return (
    <Row
      title="House admin"
      act={
        !user.suspendedAt &&
        !user.closedAt && (
          <ActDialog
            act={makeHouseAdmin}
            fields={{ account: user.id }}
            label="Make a house admin"
            title={`Make ${user.name} a house admin?`}
            description="They can then suspend accounts, take down shows, and make others house admins: you among those they can unmake."
            confirm="Make house admin"
          />
        )
      }
    >
      An ordinary account.
    </Row>
  );
}
