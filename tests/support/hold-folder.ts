// Holds a data folder as a server would, until it is killed.
import { holdDataFolder } from "@/lib/platform/data-folder";

setInterval(() => {}, 60_000);
await holdDataFolder(process.argv[2] ?? "");
console.log("held");
