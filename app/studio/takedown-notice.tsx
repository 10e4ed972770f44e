import { TakenDown } from "@/components/taken-down";
import { houseContact } from "@/lib/accounts/house-contact";

type Standing = { takenDownAt: Date | null; takedownReason: string | null };

/** Above a show or an episode that the house took down: since when, why, and whom to write to. */
export async function TakedownNotice({ show, episode }: { show: Standing; episode?: Standing }) {
  if (!show.takenDownAt && !episode?.takenDownAt) return null;
  const contact = await houseContact();
  if (show.takenDownAt || !episode) return <TakenDown what="show" takedown={show} contact={contact} />;
  return <TakenDown what="episode" takedown={episode} contact={contact} />;
}
