import Link from "next/link";
import { buttonLook } from "@/components/ui/button-look";

type Props = {
  /** whether whoever looks is signed in */
  isIn: boolean;
  /** whether everybody may make an account */
  isOpen: boolean;
};

/** The ways on from the front page: into the studio, or to the door. */
export function FrontDoors({ isIn, isOpen }: Props) {
  if (isIn) return <Ways first={["/studio", "Open the studio"]} />;
  if (!isOpen) return <Ways first={["/sign-in", "Sign in"]} />;
  return <Ways first={["/sign-up", "Make an account"]} second={["/sign-in", "Sign in"]} />;
}

type Way = [href: string, name: string];

function Ways({ first: [href, name], second }: { first: Way; second?: Way }) {
  return (
    <p className="mt-10 flex flex-wrap gap-3">
      <Link href={href} prefetch={false} className={buttonLook()}>
        {name}
      </Link>
      {second && (
        <Link href={second[0]} prefetch={false} className={buttonLook({ variant: "secondary" })}>
          {second[1]}
        </Link>
      )}
    </p>
  );
}
