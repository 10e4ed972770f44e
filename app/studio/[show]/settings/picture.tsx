import { bytesInWords } from "@/lib/accounts/bytes";
import { ArtworkForm } from "../../artwork-form";
import { Cover } from "../../cover";

type Artwork = { address: string; width: number | null; height: number | null; bytes: number };
type Props = { slug: string; artwork: Artwork | null; mayEdit: boolean };

/** The artwork as it is, what was done with the file that was sent, and the way to another. */
export function PictureSection({ slug, artwork, mayEdit }: Props) {
  return (
    <div className="grid gap-8 md:grid-cols-[13rem_minmax(0,1fr)]">
      <div className="w-52 max-w-full">
        <Cover src={artwork?.address ?? null} />
      </div>
      <div className="grid min-w-0 content-start gap-6">
        <p className="text-small text-quiet">
          {artwork
            ? `Cropped to a square about its centre and saved as JPEG of ${artwork.width} × ${artwork.height} pixels, ${bytesInWords(artwork.bytes)}. Place, camera and other notes in the file were taken out.`
            : "There is none yet. The page and the feed wait for it."}
        </p>
        {mayEdit && <ArtworkForm slug={slug} label={artwork ? "Replace artwork" : "Save artwork"} />}
      </div>
    </div>
  );
}
