import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { buttonLook } from "@/components/ui/button-look";
import { findInvitationByToken, type InvitationState, type ShownInvitation } from "@/lib/accounts/invitations";
import { findUserByEmail, findWorkspaceFor } from "@/lib/accounts/queries";
import { mayJoin, signUpMode } from "@/lib/accounts/sign-up-mode";
import { currentActor } from "@/lib/web/session";
import { Door } from "../door";
import { HouseTerms } from "../house-terms";
import { AcceptForm } from "./accept-form";
import { JoinForm } from "./join-form";
import { Terms } from "./terms";

// The address holds the link's secret: it is told to nobody.
export const metadata: Metadata = { title: "Invitation", referrer: "same-origin" };

type Offer = { token: string; invitation: ShownInvitation };

export default async function InvitationPage({
  searchParams,
}: {
  searchParams: Promise<{ token?: string | string[] }>;
}) {
  const { token } = await searchParams;
  const invitation = typeof token === "string" ? await findInvitationByToken(token, new Date()) : null;
  if (typeof token !== "string" || !invitation)
    return (
      <Door {...{ title: "This link opens nothing.", lead: "Copy all of it, or ask for another one." }}>{null}</Door>
    );
  if (invitation.state !== "open") return <NoLonger state={invitation.state} />;
  return (await currentActor()) ? (
    <SignedIn token={token} invitation={invitation} />
  ) : (
    <Outside token={token} invitation={invitation} />
  );
}

async function SignedIn({ token, invitation }: Offer) {
  const actor = await currentActor();
  if (!actor) return null;
  const { workspace, email } = invitation;
  if (!workspace)
    return (
      <AtHome title="You are here already." lead="This invitation makes an account, and you have one." href="/studio" />
    );
  if (await findWorkspaceFor(actor, workspace.id, "analyst"))
    return (
      <AtHome
        title="You are in already."
        lead={`You are a member of “${workspace.name}”.`}
        href={`/studio/workspaces/${workspace.id}`}
      />
    );
  if (email && email !== actor.user.email) return <ForAnother token={token} email={email} own={actor.user.email} />;
  return (
    <Door title="You are invited." lead={<Terms invitation={invitation} />}>
      <AcceptForm token={token} />
      <p className="mt-8 text-small text-quiet">
        You are signed in as {actor.user.email}. <SignIn token={token}>Be somebody else</SignIn>
      </p>
    </Door>
  );
}

async function Outside({ token, invitation }: Offer) {
  const known = invitation.email !== null && (await findUserByEmail(invitation.email)) !== null;
  const mayMakeAccount = !known && mayJoin(await signUpMode(), invitation.workspaceId);
  return (
    <Door title="You are invited." lead={<Terms invitation={invitation} />}>
      {mayMakeAccount ? (
        <>
          <JoinForm token={token} email={invitation.email} />
          <HouseTerms />
          <p className="mt-8 text-small text-quiet">
            Here before? <SignIn token={token}>Sign in to accept</SignIn>
          </p>
        </>
      ) : (
        <WithAccount token={token} email={invitation.email} />
      )}
    </Door>
  );
}

const WithAccount = ({ token, email }: { token: string; email: string | null }) => (
  <>
    <p>
      {email ? `Sign in as ${email}, and you come back here.` : "Whoever has an account here signs in, and comes back."}
    </p>
    <p className="mt-6">
      <Link href={signInAddress(token)} prefetch={false} className={buttonLook()}>
        Sign in to accept
      </Link>
    </p>
  </>
);

const ForAnother = ({ token, email, own }: { token: string; email: string; own: string }) => (
  <Door
    title="For somebody else."
    lead={`This invitation was mailed to ${email} and is for that address alone. You are signed in as ${own}.`}
  >
    <p>Is that address yours too? Then sign in with it. Otherwise ask for an invitation to {own}.</p>
    <p className="mt-6">
      <SignIn token={token}>Sign in as {email}</SignIn>
    </p>
  </Door>
);

const AtHome = ({ title, lead, href }: { title: string; lead: string; href: string }) => (
  <Door title={title} lead={lead}>
    <Link href={href} prefetch={false} className={buttonLook()}>
      Go there
    </Link>
  </Door>
);

const SignIn = ({ token, children }: { token: string; children: ReactNode }) => (
  <Link href={signInAddress(token)} prefetch={false} className="link text-ink">
    {children}
  </Link>
);

const signInAddress = (token: string) => `/sign-in?next=${encodeURIComponent(`/invitation?token=${token}`)}`;

const ends: Record<Exclude<InvitationState, "open">, { title: string; lead: string }> = {
  used: {
    title: "Used already.",
    lead: "Each invitation works once, and this one was accepted. If it was not by you, ask for another.",
  },
  revoked: { title: "Taken back.", lead: "This invitation was revoked. Ask whoever sent it." },
  expired: { title: "Too late.", lead: "This invitation is older than seven days. Ask for another one." },
  void: {
    title: "No longer good.",
    lead: "Whoever sent this invitation may no longer invite here. Ask for another one.",
  },
};

const NoLonger = ({ state }: { state: Exclude<InvitationState, "open"> }) => (
  <Door {...ends[state]}>
    <Link href="/studio" prefetch={false} className="link">
      To the studio
    </Link>
  </Door>
);
