-- What was done was done: an event can be added and read, not changed and not deleted, whatever program tries it. A migration
-- that has to (an address that should never have stood there) drops the trigger and makes it again.
CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Audit events are neither changed nor deleted.' USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER events_stand BEFORE UPDATE OR DELETE ON "AuditEvent"
FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
