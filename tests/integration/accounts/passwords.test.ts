import { expect, it } from "vitest";
import { hashPassword, isPassword } from "@/lib/accounts/passwords";
import { store } from "@/lib/media/store";
import { patternBytes, useStore } from "@/tests/support/stores";

useStore();

const MIB = 1024 ** 2;
const object = { key: "media/heard.mp3", size: MIB };

it("ten logins at once do not stall a stream: its next piece does not wait until one of them is through", async () => {
  await store().write(object.key, patternBytes(object.size), object.size);
  const kept = await hashPassword("ten letters");
  const first = [];
  for (const _ of Array(5)) {
    const logins = Array.from({ length: 10 }, () => isPassword("ten letters", kept));
    first.push(await Promise.race([nextPiece(), ...logins.map((login) => login.then(() => "a login"))]));
    expect(await Promise.all(logins)).not.toContain(false);
  }
  // On a busy machine one may be late.
  expect(first.filter((one) => one === "a piece").length).toBeGreaterThanOrEqual(3);
});

/** From the folder, as a listener gets it. */
async function nextPiece(): Promise<string> {
  await store().readAt(object.key, 0, [Buffer.alloc(object.size / 4)], new AbortController().signal);
  return "a piece";
}
