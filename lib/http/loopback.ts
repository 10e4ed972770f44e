/** Whether a URL's host is this very machine: nothing that is sent there crosses a network. */
export const isLoopback = ({ hostname }: Pick<URL, "hostname">): boolean =>
  /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);

/** Whether what is sent to the address, passwords among it, can be read on the way: plain http over a network. */
export function isUnprotected(address: string): boolean {
  const url = new URL(address);
  return url.protocol === "http:" && !isLoopback(url);
}
