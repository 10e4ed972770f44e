-- A workspace begins with the name of whoever it belongs to, and events outlive accounts.
UPDATE "AuditEvent" SET difference = difference || '{"name": "changed"}'
WHERE act = 'renameWorkspace' AND jsonb_typeof(difference -> 'name') = 'array';
