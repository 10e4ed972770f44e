import { openStore } from "@/lib/storage/open";

// Run by tests as a process of its own: writes half, says so once bytes have gone out, and waits to be killed, or for a SIGUSR2 that
// lets it write the other half.
const [what, key = "", uploadId = "", settings = ""] = process.argv.slice(2);
const store = openStore(JSON.parse(settings));
const size = 8 * 1024 * 1024;

async function* stalling(): AsyncGenerator<Uint8Array> {
  for (let sent = 0; sent < size / 2; sent += 65_536) yield Buffer.alloc(65_536, 1);
  console.log("writing");
  await new Promise((resolve) => {
    process.once("SIGUSR2", resolve);
    setTimeout(resolve, 60_000);
  });
  for (let sent = 0; sent < size / 2; sent += 65_536) yield Buffer.alloc(65_536, 1);
}

if (what === "object") await store.write(key, stalling(), size);
else await store.writePart({ key, uploadId, number: 2, offset: size, size }, stalling());
