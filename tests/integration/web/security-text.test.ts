import { expect, it, onTestFinished } from "vitest";
import { GET } from "@/app/.well-known/security.txt/route";
import { changeHouse } from "@/lib/accounts/house-mutations";
import { readHouse, stampOf } from "@/lib/accounts/house-settings";
import { settings } from "@/lib/platform/env";
import { useDatabase } from "@/tests/support/database";
import { makeHouseAdmin } from "@/tests/support/people";

useDatabase();

it("a house that has not said whom to write to has no security.txt, and names none of its admins in its place", async () => {
  const { user } = await makeHouseAdmin();
  const answer = await GET();
  expect(answer.status).toBe(404);
  expect(await answer.text()).not.toContain(user.email);
});

it("names the sender of the house's mail, until the house has a contact of its own", async () => {
  sender("Night Radio <mail@example.org>");
  expect(await fields()).toMatchObject({ Contact: "mailto:mail@example.org" });
  await contact("desk+urgent@example.org");
  expect(await fields()).toMatchObject({
    Contact: "mailto:desk+urgent@example.org",
    "Preferred-Languages": "en",
    Canonical: "http://localhost:3000/.well-known/security.txt",
  });
  await contact(null);
});

it("is plain text that holds for some months and never for a year (RFC 9116 §2.5.5)", async () => {
  sender("mail@example.org");
  expect((await GET()).headers.get("content-type")).toBe("text/plain; charset=utf-8");
  const { Expires = "" } = await fields();
  const days = (Date.parse(Expires) - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(60);
  expect(days).toBeLessThan(366);
});

/** Each field once, as its line says it. */
async function fields(): Promise<Record<string, string>> {
  const lines = (await (await GET()).text()).trimEnd().split("\n");
  const pairs = lines.map((line) => /^([A-Za-z-]+): (.+)$/.exec(line)?.slice(1) ?? [line, "is no field"]);
  expect(new Set(pairs.map(([name]) => name)).size).toBe(pairs.length);
  return Object.fromEntries(pairs);
}

async function contact(address: string | null): Promise<void> {
  const { name, contact: before, terms } = await readHouse();
  const seen = stampOf({ name, contact: before, terms });
  await changeHouse(await makeHouseAdmin(), { seen, name, terms, contact: address });
}

/** Lets the running test have a house whose mail says that it comes from there. */
function sender(address: string): void {
  const here = settings();
  const before = here.mailFrom;
  here.mailFrom = address;
  onTestFinished(() => {
    here.mailFrom = before;
  });
}
