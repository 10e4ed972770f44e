-- Events outlive accounts: those from before keep no address, no name and no copy of notes either.
UPDATE "AuditEvent" SET difference = difference || '{"notes": "changed"}'
WHERE act IN ('changeEpisode', 'restoreRevision') AND jsonb_typeof(difference -> 'notes') = 'array';

UPDATE "AuditEvent" SET difference = difference || '{"ownerEmail": "changed"}'
WHERE act = 'changeShow' AND jsonb_typeof(difference -> 'ownerEmail') = 'array';

UPDATE "AuditEvent" SET difference = difference || '{"author": "changed"}'
WHERE act = 'changeShow' AND jsonb_typeof(difference -> 'author') = 'array';

UPDATE "AuditEvent"
SET difference = (difference - 'email') || jsonb_build_object('by', CASE WHEN difference ->> 'email' IS NULL THEN 'link' ELSE 'mail' END)
WHERE act IN ('inviteToWorkspace', 'inviteToHouse') AND difference ? 'email';
