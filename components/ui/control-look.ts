/** What input, textarea and select share: a line to write on, which wakes; of a day too while its calendar button has the focus. */
export const controlLook = [
  "block w-full min-w-0 rounded-none border-b border-edge bg-transparent py-2.5 text-body text-ink",
  "transition-[border-color,box-shadow] duration-150 placeholder:text-quiet hover:border-ink",
  "focus-visible:outline-none",
  "aria-invalid:border-signal aria-invalid:shadow-[0_1px_var(--signal)]",
  "disabled:cursor-not-allowed disabled:border-hairline disabled:text-quiet [&:is(input,textarea):read-only]:border-hairline",
  "focus-within:not-aria-invalid:border-ink focus-within:not-aria-invalid:shadow-[0_1px_var(--ink)]",
  "focus-within:aria-invalid:shadow-[0_2px_var(--signal)]",
].join(" ");
