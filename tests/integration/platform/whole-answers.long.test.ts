import { existsSync } from "node:fs";
import { Client } from "pg";
import { describe, expect, test } from "vitest";
import { reachPostgres } from "@/lib/platform/embedded/reach";
import { startServer } from "@/tests/support/child-server";
import { longwave } from "@/tests/support/command-line";
import { throwAwayFolder } from "@/tests/support/folder";
import { plainBrowser } from "@/tests/support/plain-browser";

const mara = { email: "mara@example.org", password: "a lamp by the window" };
const ada = { email: "ada@example.org", password: "the keys of the house" };
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

  test("the desk leads from an account to its shows, which no stranger finds yet, and to the letters that it was sent", {
    timeout: 120_000,
  }, async () => {
    const { url, dataDir } = await house();
    const [admin, member] = [plainBrowser(url), plainBrowser(url)];
    await member.submit("/sign-up", mara);
    await longwave(["user", "create", "--email", ada.email, "--password", ada.password, "--admin"], {
      LONGWAVE_DATA_DIR: dataDir,
    });
    await admin.submit("/sign-in", ada);
    const [account = ""] = await inDatabase(dataDir, `SELECT id FROM "User" WHERE email = $1`, [mara.email]);
    const [show = ""] = await inDatabase(
      dataDir,
      `INSERT INTO "Show" (id, "workspaceId", slug, title, author, language, category, "podcastGuid", "updatedAt")
       SELECT uuidv7(), "workspaceId", 'begun', 'Begun', 'Mara', 'en', 'Arts', gen_random_uuid(), now()
       FROM "Membership" WHERE "userId" = $1 RETURNING id`,
      [account],
    );
    const [letter = ""] = await inDatabase(
      dataDir,
      `INSERT INTO "OutboxMail" (id, "to", subject, text, html) VALUES (uuidv7(), $1, 'A letter', '', '') RETURNING id`,
      [mara.email],
    );
    expect((await fetch(`${url}/begun`)).status).toBe(404);
    const page = await admin.page(`/admin/accounts/${account}`);
    expect(page).toContain(`href="/admin/shows/${show}"`);
    expect(page).toContain(`href="/admin/outbox/${letter}"`);
    const [, workspace = ""] = /href="(\/admin\/workspaces\/[0-9a-f-]{36})"/.exec(page) ?? [];
    expect(await admin.page(workspace)).toContain(`href="/admin/shows/${show}"`);
    expect(await admin.page(`/admin/shows/${show}`)).toContain("Begun");
    expect(await member.page(`/admin/shows/${show}`)).not.toContain("Begun");
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

/** The first column of what comes back. */
async function inDatabase(dataDir: string, words: string, values: unknown[] = []): Promise<string[]> {
  const client = new Client((await reachPostgres(dataDir)).url);
  await client.connect();
  const { rows } = await client.query(words, values).finally(() => client.end());
  return rows.map((row) => String(Object.values(row)[0]));
}
