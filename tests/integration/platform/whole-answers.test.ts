import { existsSync } from "node:fs";
import { Client } from "pg";
import { describe, expect, test } from "vitest";
import { reachPostgres } from "@/lib/platform/embedded/reach";
import { startServer } from "@/tests/support/child-server";
import { longwave } from "@/tests/support/command-line";
import { throwAwayFolder } from "@/tests/support/folder";
import { plainBrowser } from "@/tests/support/plain-browser";

const mara = { email: "mara@example.org", password: "a lamp by the window" };
const terms = 'href="https://example.org/terms"';

// `npm test` builds first; without a build there is nothing to serve.
describe.skipIf(!existsSync(".next/BUILD_ID"))("what a whole house answers", () => {
  test("the eleventh wrong password in a form is a 429 with Retry-After, and its sentence stands in the page", {
    timeout: 120_000,
  }, async () => {
    const { url } = await house();
    const browser = plainBrowser(url);
    const attempt = () => browser.submit("/sign-in", { email: "nobody@example.org", password: "violet kettle" });
    for (let one = 1; one <= 10; one += 1) expect((await attempt()).status).toBe(200);
    const refused = await attempt();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(600);
    expect(await refused.text()).toContain("That was tried too often.");
  });

  test("terms stand wherever an account is made, the contact before whoever is suspended and in security.txt", {
    timeout: 120_000,
  }, async () => {
    const { url, dataDir, link } = await house();
    const stranger = plainBrowser(url);
    expect(await stranger.page(link)).toMatch(/<option value="open" selected="">/);
    expect(await stranger.page("/sign-up")).not.toContain("terms of this house");
    expect((await fetch(`${url}/.well-known/security.txt`)).status).toBe(404);
    await settle(dataDir, { contact: "desk@example.org", terms: "https://example.org/terms", announcement: soon });

    await expect.poll(() => stranger.page("/sign-up"), { timeout: 10_000 }).toContain(terms);
    const text = await fetch(`${url}/.well-known/security.txt`, { headers: { rsc: "1" } });
    expect(await text.text()).toMatch(/^Contact: mailto:desk@example\.org\nExpires: \d{4}-\d\d-\d\dT00:00:00Z\n/);
    expect(await stranger.page(`/invitation?token=${await invitation(dataDir)}`)).toContain(terms);

    const member = plainBrowser(url);
    expect((await member.submit("/sign-up", mara)).headers.get("location")).toBe("/studio");
    expect(await member.page("/studio")).toContain("We move on Sunday.");
    const operated = await longwave(["user", "suspend", "--email", mara.email, "--reason", "Music of others."], {
      LONGWAVE_DATA_DIR: dataDir,
    });
    expect(operated.code, operated.words).toBe(0);
    const suspended = plainBrowser(url);
    expect((await suspended.submit("/sign-in", mara)).headers.get("location")).toBe("/suspended");
    const page = await suspended.page("/suspended");
    expect(page).toContain("Music of others.");
    expect(page).toContain('href="mailto:desk@example.org"');
  });
});

const soon = { id: "one", text: "We move on Sunday.", until: null };

async function house() {
  const dataDir = throwAwayFolder();
  const { server, url } = await startServer({ LONGWAVE_DATA_DIR: dataDir });
  const [link = ""] = /\/setup\?token=\S+/.exec(server.words()) ?? [];
  return { url, dataDir, link };
}

/** As the page of the house's settings writes them. */
async function settle(dataDir: string, settings: Record<string, unknown>): Promise<void> {
  for (const [name, value] of Object.entries(settings))
    await inDatabase(dataDir, `INSERT INTO "HouseSetting" (name, value, "updatedAt") VALUES ($1, $2, now())`, [
      name,
      JSON.stringify(value),
    ]);
}

/** The secret of a link into the house, of which the database has the hash. */
async function invitation(dataDir: string): Promise<string> {
  const secret = "an invitation of these tests";
  await inDatabase(
    dataDir,
    `INSERT INTO "User" (id, email, name, "isHouseAdmin", "emailVerifiedAt") VALUES (uuidv7(), 'ada@example.org', 'Ada', true, now())`,
  );
  await inDatabase(
    dataDir,
    `INSERT INTO "Invitation" (id, hash, "createdById", "expiresAt")
     SELECT uuidv7(), encode(sha256($1::bytea), 'hex'), id, now() + interval '7 days' FROM "User" WHERE "isHouseAdmin"`,
    [secret],
  );
  return encodeURIComponent(secret);
}

async function inDatabase(dataDir: string, words: string, values: unknown[] = []): Promise<void> {
  const client = new Client((await reachPostgres(dataDir)).url);
  await client.connect();
  await client.query(words, values).finally(() => client.end());
}
