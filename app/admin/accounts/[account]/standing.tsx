import { LocalTime } from "@/components/local-time";
import type { Account } from "@/lib/accounts/admin-accounts";
import { ActButton } from "../../act-button";
import { ActDialog } from "../../act-dialog";
import { Row, Section } from "../../section";
import { makeHouseAdmin, restoreAccount, unmakeHouseAdmin } from "../actions";
import { Suspend } from "./suspend";

/** What an admin decides about an account. */
export function Standing({ user }: { user: Account }) {
  return (
    <Section id="standing" title="Standing">
      {user.suspendedAt ? (
        <Row
          title="Suspended"
          act={<ActButton act={restoreAccount} fields={{ account: user.id }} label="Restore" variant="primary" />}
        >
          Since <LocalTime at={user.suspendedAt} time />. Restoring brings back every feed and page as it was.
        </Row>
      ) : (
        <Row title="Suspension" act={<Suspend account={user.id} name={user.name} />}>
          Takes what only they answer for off the air, until it is lifted.
        </Row>
      )}
      <HouseAdminRow user={user} />
    </Section>
  );
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
