// Run by tests as a process of its own beside theirs: the express lane over the same database and the same folder.
// What the lane leaves to Next is answered with 404.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { withExpressLane } from "@/express";

const lane = withExpressLane(async (_, response) => {
  response.writeHead(404).end("Left to Next.");
});
const server = createServer((request, response) => void lane(request, response));
server.listen(0, "127.0.0.1", () => console.log(`at http://127.0.0.1:${(server.address() as AddressInfo).port} `));
