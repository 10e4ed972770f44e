// server.ts, which says on SIGUSR2 how many buffers are lent out and how many streams are open: nobody sees that from outside.
import { meansOf } from "@/lib/delivery/means";
import { openStreams } from "@/lib/delivery/streams";
import { store } from "@/lib/media/store";

let looks = 0;
process.on("SIGUSR2", () => {
  looks += 1;
  console.log(`Look ${looks}: ${meansOf(store()).pieces.onLoan()} lent, ${openStreams()} open.`);
});
await import("@/server");
