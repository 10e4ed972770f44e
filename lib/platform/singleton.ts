/**
 * One value a process. Next bundles our modules a second time beside server.ts, so a module-level variable would exist
 * twice; globalThis does not.
 */
export function singleton<T>(name: string, make: () => T): T {
  const key = Symbol.for(`longwave.${name}`);
  const shelf = globalThis as Record<symbol, unknown>;
  if (!(key in shelf)) shelf[key] = make();
  return shelf[key] as T;
}
