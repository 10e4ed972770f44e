import { LocalTime } from "@/components/local-time";
import { roleNames, titlesInWords } from "@/components/role-words";
import { Badge } from "@/components/ui/badge";
import type { Granted } from "@/lib/accounts/actor";
import { mayManage } from "@/lib/accounts/member-policy";
import type { MemberLine, Membership, Workspace } from "@/lib/accounts/members";
import { findWorkspaceFor } from "@/lib/accounts/queries";
import { listShowChoices } from "@/lib/accounts/workspaces";
import { ChangeMember } from "./change-member";

type Props = { workspace: Granted<Workspace, "analyst">; members: MemberLine[]; own: Membership };

/** Who works here. Whoever manages them reads which shows each is limited to. */
export async function Members({ workspace, members, own }: Props) {
  const managed = await findWorkspaceFor(workspace.by, workspace.id, "admin");
  const shows = managed ? await listShowChoices(managed) : [];
  return (
    <ul aria-label="Members" className="-mt-4">
      {members.map((member) => {
        const isSelf = member.userId === own.userId;
        return (
          <li
            key={member.userId}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-6 gap-y-1 border-b py-4 last:border-b-0 md:grid-cols-[minmax(0,1fr)_14rem_6.5rem] md:items-start"
          >
            <div className="min-w-0">
              <p className="font-medium">
                {member.name}
                {isSelf && <span className="font-normal text-quiet"> (you)</span>}
              </p>
              <p className="truncate text-small text-quiet">{member.email}</p>
            </div>
            <div className="col-start-1 min-w-0 text-small md:col-start-auto">
              <p>
                {roleNames[member.role]}
                <span className="text-quiet md:hidden">
                  {" "}
                  · since <LocalTime at={member.since} />
                </span>
              </p>
              <p className="text-quiet max-md:hidden">
                since <LocalTime at={member.since} />
              </p>
              {member.limitedTo && (managed || isSelf) && <p className="text-quiet">{limitOf(member.limitedTo)}</p>}
              {member.suspended && <Badge tone="trouble">Suspended</Badge>}
            </div>
            <div className="col-start-2 row-start-1 text-end md:col-start-auto md:row-start-auto">
              {managed && !isSelf && mayManage(own.role, member.role) && (
                <ChangeMember workspace={workspace.id} member={member} shows={shows} own={own.role} />
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

const limitOf = (shows: { title: string }[]): string =>
  shows.length > 0 ? `only ${titlesInWords(shows.map(({ title }) => title))}` : "no show that is still there";
