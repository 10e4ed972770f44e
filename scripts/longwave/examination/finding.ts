/** What one look of the doctor found; `remedy` says what to do where something is wrong. */
export type Finding = { name: string; ok: boolean; found: string; remedy: string | null };

export const good = (name: string, found: string): Finding => ({ name, ok: true, found, remedy: null });

export const wrong = (name: string, found: string, remedy: string): Finding => ({ name, ok: false, found, remedy });
