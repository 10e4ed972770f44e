-- Events outlive accounts: those from before name neither who was looked for (the event that began the look has the id), nor
-- where the house is written to.
UPDATE "AuditEvent" SET difference = difference - 'asSeenBy'
WHERE act IN ('lookAtShow', 'lookAtSettings', 'lookAtEpisode');

UPDATE "AuditEvent" SET difference = difference || '{"contact": "changed"}'
WHERE act = 'changeHouse' AND jsonb_typeof(difference -> 'contact') = 'array';
