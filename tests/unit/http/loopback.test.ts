import { expect, it } from "vitest";
import { isLoopback, isUnprotected } from "@/lib/http/loopback";

it.each([
  ["http://localhost:3000", true, false],
  ["http://127.0.0.1", true, false],
  ["http://127.8.0.1:3000", true, false],
  ["http://[::1]:3000", true, false],
  ["https://localhost", true, false],
  ["http://localhost.example.org", false, true],
  ["http://127.0.0.1.example.org", false, true],
  ["http://192.168.1.5:3000", false, true],
  ["https://pod.example.org", false, false],
])("%s is at home on this machine: %s; can be read on the way: %s", (address, here, readable) => {
  expect([isLoopback(new URL(address)), isUnprotected(address)]).toEqual([here, readable]);
});
