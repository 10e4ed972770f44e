let save: (() => Promise<boolean>) | null = null;

/** The editor that is open tells how what was typed into it is saved at once. Gives the way to take that back. */
export function offerToSave(saveAll: () => Promise<boolean>): () => void {
  save = saveAll;
  return () => {
    if (save === saveAll) save = null;
  };
}

/** Saves what was typed and waits for it. False when something of it could not be saved: then nothing should build on it. */
export const saveNow = async (): Promise<boolean> => (save ? save() : true);
