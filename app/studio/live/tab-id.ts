let id: string | null = null;

/** This tab's own UUID, for as long as it lives. `crypto.randomUUID` is not there on plain http. */
export function tabId(): string {
  id ??= randomId();
  return id;
}

function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}
