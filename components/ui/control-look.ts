/** What input, textarea and select share: a line to write on, which wakes. */
export const controlLook = [
  "block w-full min-w-0 rounded-none border-b border-edge bg-transparent py-2.5 text-body text-ink",
  "transition-[border-color,box-shadow] duration-150 placeholder:text-quiet hover:border-ink",
  "focus-visible:border-accent focus-visible:shadow-[0_1px_var(--accent)] focus-visible:outline-none",
  "aria-invalid:border-signal aria-invalid:shadow-[0_1px_var(--signal)]",
  "disabled:cursor-not-allowed disabled:border-hairline disabled:text-quiet read-only:border-hairline",
].join(" ");
