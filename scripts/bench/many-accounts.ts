import { db } from "@/lib/platform/db";

/** So many accounts straight in SQL (the verbs would take hours), each with a workspace, a show and a session. */
export async function seedAccounts(accounts: number): Promise<void> {
  await db().$executeRaw`
    INSERT INTO "User" (id, email, name, "emailVerifiedAt", "suspendedAt", "suspensionReason", "closedAt", "totpEnabledAt", "createdAt")
    SELECT uuidv7(), lower(first) || '.' || lower(last) || n || '@' || place, first || ' ' || last,
      CASE WHEN n % 17 > 0 THEN at END, CASE WHEN n % 97 = 0 THEN now() END, CASE WHEN n % 97 = 0 THEN 'Spam.' END,
      CASE WHEN n % 211 = 0 THEN now() END, CASE WHEN n % 6 = 0 THEN at END, at
    FROM (SELECT n, now() - (n * n % 40009) * interval '37 minutes' AS at,
      (ARRAY['Mara','Jonas','Aino','Rafael','Yuki','Amara','Leon','Ines','Tomasz','Nour','Sofia','Kwame'])[1 + n % 12] AS first,
      (ARRAY['Lindqvist','Okafor','Brandt','Sato','Moreau','Kowalski','Haddad','Silva','Nyberg','Castro','Weiss'])[1 + n % 11] AS last,
      (ARRAY['example.org','example.com','example.net'])[1 + n % 3] AS place
      FROM generate_series(1, ${accounts}::int) n) people`;
  await db().$executeRaw`
    INSERT INTO "Workspace" (id, name, "planId", "bytesStored", "createdAt")
    SELECT u.id, u.name, p.id, (abs(hashtext(u.email))::bigint * 53), u."createdAt"
    FROM "User" u, (SELECT id FROM "Plan" WHERE "isDefault" LIMIT 1) p
    WHERE NOT EXISTS (SELECT 1 FROM "Membership" m WHERE m."userId" = u.id)`;
  await db().$executeRaw`
    INSERT INTO "Membership" ("userId", "workspaceId", role)
    SELECT u.id, u.id, 'owner' FROM "User" u JOIN "Workspace" w ON w.id = u.id`;
  await db().$executeRaw`
    INSERT INTO "Show" (id, "workspaceId", slug, title, author, language, category, "podcastGuid", "updatedAt")
    SELECT uuidv7(), u.id, 'of-' || u.id, 'The hour of ' || u.name, u.name, 'en', 'Arts', gen_random_uuid(), now()
    FROM "User" u JOIN "Workspace" w ON w.id = u.id`;
  await db().$executeRaw`
    INSERT INTO "Session" (id, "userId", "createdAt", "expiresAt", "lastUsedAt")
    SELECT uuidv7(), u.id, now(), now() + interval '30 days', now() - (abs(hashtext(u.email)) % 40000) * interval '1 minute'
    FROM "User" u JOIN "Workspace" w ON w.id = u.id`;
  await seedWorkOf(accounts);
  await db().$executeRawUnsafe("ANALYZE");
}

/** What so many accounts leave behind: ten episodes a show, most of them out; thirty events and three letters each; some failed jobs. */
async function seedWorkOf(accounts: number): Promise<void> {
  await db().$executeRaw`
    INSERT INTO "Episode" (id, "showId", slug, title, number, guid, "publishAt", "firstPublishedAt", "updatedAt")
    SELECT uuidv7(), s.id, 'episode-' || n, 'Episode ' || n || ' of ' || s.title, n, gen_random_uuid()::text,
      CASE WHEN n < 10 THEN now() - n * interval '6 days' END, CASE WHEN n < 10 THEN now() - n * interval '6 days' END, now()
    FROM "Show" s, generate_series(1, 10) n`;
  await db().$executeRaw`
    INSERT INTO "AuditEvent" (id, at, "actorId", via, act, "targetType", "targetId", difference)
    SELECT uuidv7(), now() - (abs(hashtext(u.id::text || n)) % 300000) * interval '1 minute', u.id, 'session',
      (ARRAY['signIn','changeEpisode','publishEpisode','createUpload'])[1 + n % 4], 'user', u.id, '{"title": ["Before", "After"]}'
    FROM "User" u, generate_series(1, 30) n`;
  await db().$executeRaw`
    INSERT INTO "OutboxMail" (id, "to", subject, text, html, "createdAt")
    SELECT uuidv7(), u.email, 'Letter ' || n, repeat('Words. ', 100), repeat('<p>Words.</p>', 100), now() - n * interval '1 day'
    FROM "User" u, generate_series(1, 3) n`;
  await db().$executeRaw`
    INSERT INTO pgboss.job (name, data, state, retry_count, completed_on, output)
    SELECT name, '{}', 'failed', 3, now(), '{"message": "It was refused."}'
    FROM pgboss.queue, generate_series(1, ${accounts / 100}::int) WHERE NOT name LIKE '\_\_pgboss%'`;
}
