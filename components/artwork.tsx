/** A cover, square. `of` names it; without, it is beside the words that do. The only picture of a page, so it is never lazy. */
export function Artwork({ src, of }: { src: string; of?: string }) {
  return (
    <img
      src={src}
      alt={of ? `Cover of ${of}` : ""}
      width={1400}
      height={1400}
      className="aspect-square h-auto w-full object-cover"
    />
  );
}
