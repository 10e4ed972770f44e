/** Says that the whole page takes audio; on a phone nothing is dropped, and the button beside it is the way. */
export function DropHere() {
  return (
    <div className="mt-10 hidden place-content-center rounded-xl border border-dashed border-edge p-10 text-center lg:mt-12 lg:grid">
      <p className="text-item font-semibold tracking-[-0.015em]">Drop an audio file anywhere here.</p>
      <p className="mx-auto mt-2 max-w-xs text-small text-quiet">
        MP3 or M4A. It becomes a draft at once, and you write on while it uploads.
      </p>
    </div>
  );
}
