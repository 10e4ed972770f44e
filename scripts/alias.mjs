// Lets Node run our TypeScript as it stands: "@/lib/x" and "./x" find the .ts file that the bundler and tsc find.
import { existsSync, statSync } from "node:fs";
import { enableCompileCache, registerHooks } from "node:module";
import { fileURLToPath } from "node:url";

enableCompileCache(); // the second start of anything takes half the time

const root = new URL("../", import.meta.url);
const endings = ["", ".ts", ".mjs", ".json"];

const isFile = (url) => existsSync(url) && statSync(url).isFile();

registerHooks({
  resolve(specifier, context, next) {
    const ours = specifier.startsWith("@/")
      ? new URL(specifier.slice(2), root)
      : relative(specifier, context.parentURL);
    const found = ours && endings.map((end) => new URL(ours.href + end)).find((url) => isFile(fileURLToPath(url)));
    return found ? { url: found.href, shortCircuit: true } : next(specifier, context);
  },
});

function relative(specifier, parent) {
  if (!specifier.startsWith(".") || !parent?.startsWith(root.href) || parent.includes("/node_modules/")) return null;
  return new URL(specifier, parent);
}
