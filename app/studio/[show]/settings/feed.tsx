import { CopyField } from "@/components/copy-field";
import { feedAddress } from "@/lib/shows/addresses";

type Props = { show: { slug: string; podcastGuid: string }; isThere: boolean };

/** What apps and directories are given. */
export function FeedSection({ show: { slug, podcastGuid }, isThere }: Props) {
  return (
    <div className="grid gap-8">
      <div>
        <p className="text-small font-medium">Address</p>
        <CopyField label="Feed address" value={feedAddress(slug)} />
        <p className="mt-2 text-small text-quiet">
          {isThere ? (
            <a href={`/${slug}/feed.xml`} className="link">
              Open the feed
            </a>
          ) : (
            "It answers once the show has a description and artwork."
          )}
        </p>
      </div>
      <div>
        <p className="text-small font-medium">GUID</p>
        <CopyField label="GUID" value={podcastGuid} />
        <p className="mt-2 text-small text-quiet">The show’s name for programs. It stays when the address changes.</p>
      </div>
    </div>
  );
}
