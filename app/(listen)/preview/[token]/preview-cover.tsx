import { Artwork } from "@/components/artwork";
import { voice } from "@/components/voice";

type Props = { show: { title: string; author: string; language: string }; artworkUrl: string };

/** The cover with its show. It leads nowhere: the show's page may not be there yet. */
export const PreviewCover = ({ show, artworkUrl }: Props) => (
  <div className="flex items-end gap-5 md:block" {...voice(show.language)}>
    <span className="block w-28 shrink-0 md:w-full">
      {artworkUrl ? <Artwork src={artworkUrl} /> : <span className="block aspect-square w-full bg-wash" />}
    </span>
    <span className="block md:mt-4">
      <span className="block font-semibold">{show.title}</span>
      <span className="block text-small text-quiet">{show.author}</span>
    </span>
  </div>
);
