/** A show's artwork, square, beside the words that name it; an empty frame until there is one. */
export function Cover({ src }: { src: string | null }) {
  return src ? (
    <img src={src} alt="" width={1400} height={1400} className="aspect-square h-auto w-full object-cover" />
  ) : (
    <span aria-hidden="true" className="block aspect-square w-full border border-dashed border-edge" />
  );
}
