/** What Chromium gives of a file that was dropped or picked, and keeps over a reload; others have no such thing. */
export type FileHandle = {
  kind: string;
  getFile(): Promise<File>;
  queryPermission?(): Promise<PermissionState>;
  requestPermission?(): Promise<PermissionState>;
};

type Picker = (options: object) => Promise<FileHandle[]>;

const NAME = "longwave-files";

/** The browser's own window for choosing, where it gives a handle; null where it does not. */
export const picker = (): Picker | null =>
  (globalThis as { showOpenFilePicker?: Picker }).showOpenFilePicker?.bind(globalThis) ?? null;

export const keepHandle = (id: string, handle: FileHandle): Promise<unknown> =>
  inStore("readwrite", (store) => store.put(handle, id));

export const findHandle = async (id: string): Promise<FileHandle | null> =>
  ((await inStore("readonly", (store) => store.get(id))) as FileHandle | undefined) ?? null;

export const forgetHandle = (id: string): Promise<unknown> => inStore("readwrite", (store) => store.delete(id));

/** Undefined where the browser keeps nothing: private windows, for example. */
function inStore(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
  return new Promise((resolve) => {
    if (typeof indexedDB === "undefined") return resolve(undefined);
    const opening = indexedDB.open(NAME, 1);
    opening.onerror = () => resolve(undefined);
    opening.onupgradeneeded = () => opening.result.createObjectStore("handles");
    opening.onsuccess = () => {
      const database = opening.result;
      const done = work(database.transaction("handles", mode).objectStore("handles"));
      done.onsuccess = () => resolve(done.result);
      done.onerror = () => resolve(undefined);
      database.close();
    };
  });
}
