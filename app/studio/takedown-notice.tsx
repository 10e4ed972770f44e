import { TakenDown } from "@/components/taken-down";
import { houseSettings } from "@/lib/accounts/house-settings";

type Standing = { takenDownAt: Date | null; takedownReason: string | null };

/** Above a show or an episode that the house took down: since when, why, and whom to write to. */
export async function TakedownNotice({ show, episode }: { show: Standing; episode?: Standing }) {
  const { contact } = await houseSettings();
  if (show.takenDownAt || !episode) return <TakenDown what="show" takedown={show} contact={contact} />;
  return <TakenDown what="episode" takedown={episode} contact={contact} />;
}
