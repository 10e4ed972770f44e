import { Badge } from "@/components/ui/badge";

type Props = { deletedAt: Date | null; takenDownAt: Date | null; complete: boolean; published: number };

/** How a show stands, in a word. */
export function ShowState({ deletedAt, takenDownAt, complete, published }: Props) {
  if (deletedAt) return <Badge tone="done">Deleted</Badge>;
  if (takenDownAt) return <Badge tone="trouble">Taken down</Badge>;
  if (!complete) return <Badge tone="waiting">Incomplete</Badge>;
  return published > 0 ? <Badge tone="live">On the air</Badge> : <Badge tone="idle">Nothing published</Badge>;
}
