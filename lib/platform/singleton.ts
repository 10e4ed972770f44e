/**
 * One value a process. Next bundles our modules a second time beside server.ts, so a module-level variable would exist
 * twice; globalThis does not.
 */
export function singleton<T>(name: string, make: () => T): T {
  if (!shelf.has(name)) shelf.set(name, make());
  return shelf.get(name) as T;
}

const SHELF = Symbol.for("longwave.singletons");
const here = globalThis as { [SHELF]?: Map<string, unknown> };
here[SHELF] ??= new Map();
const shelf = here[SHELF];
