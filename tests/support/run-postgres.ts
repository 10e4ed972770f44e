// Starts PostgreSQL as a server would, tells its address, and stays until it is killed; Ctrl-C does not end it.
import { startPostgres } from "@/lib/platform/embedded/start";

process.on("SIGINT", () => console.log("interrupted"));
setInterval(() => {}, 60_000);
const { url } = await startPostgres({ dataDir: process.argv[2] ?? "" });
console.log(`address ${url} `);
