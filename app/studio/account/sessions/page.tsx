import type { Metadata } from "next";
import { Suspense } from "react";
import { LocalTime } from "@/components/local-time";
import { Badge } from "@/components/ui/badge";
import { FocusKept } from "@/components/ui/focus-kept";
import type { Actor } from "@/lib/accounts/actor";
import { browserName } from "@/lib/accounts/browser-name";
import { listSessions } from "@/lib/accounts/sessions";
import { currentSessionId, requireSignedIn } from "@/lib/web/session";
import { LinesToCome } from "../../lines-to-come";
import { Part } from "../part";
import { EndAll, EndOne } from "./end-session";

export const metadata: Metadata = { title: "Sessions" };

export default async function SessionsPage() {
  const actor = await requireSignedIn();
  return (
    <Part
      title="Sessions"
      lead="Every browser that is signed in as you. One that you do not know? End it, then change your password."
    >
      <Suspense fallback={<LinesToCome words="The sessions are on their way." className="mt-0 lg:mt-0" />}>
        <Sessions actor={actor} />
      </Suspense>
      <EndAll />
    </Part>
  );
}

async function Sessions({ actor }: { actor: Actor }) {
  const [sessions, here] = await Promise.all([listSessions(actor, new Date()), currentSessionId()]);
  return (
    <FocusKept label="Sessions">
      <ul aria-label="Your sessions" className="border-t">
        {sessions.map(({ id, userAgent, lastUsedAt, createdAt }) => (
          <li key={id} className="flex min-h-21 items-center justify-between gap-6 border-b py-4">
            <div className="min-w-0">
              <p className="font-medium">{browserName(userAgent)}</p>
              <p className="mt-0.5 text-small text-quiet">
                last used <LocalTime at={lastUsedAt ?? createdAt} time /> · since <LocalTime at={createdAt} />
              </p>
            </div>
            {id === here ? (
              <Badge tone="done">This one</Badge>
            ) : (
              <EndOne session={id} browser={browserName(userAgent)} />
            )}
          </li>
        ))}
      </ul>
    </FocusKept>
  );
}
