-- Says on the channel longwave_changes, once a transaction commits, whose public answers may be others now: the id of a
-- show or a workspace, or "all". Every process keeps such answers in memory (lib/platform/look-ups.ts). Here and not in the
-- verbs, because none of them can forget it here. Prisma's schema knows no triggers.

CREATE FUNCTION say_changed_show() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM pg_notify('longwave_changes', OLD."showId"::text); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM pg_notify('longwave_changes', NEW."showId"::text); END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION say_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('longwave_changes', OLD.id::text);
  RETURN NULL;
END $$;

CREATE FUNCTION say_all_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('longwave_changes', 'all');
  RETURN NULL;
END $$;

CREATE TRIGGER say_changed AFTER UPDATE OR DELETE ON "Show" FOR EACH ROW EXECUTE FUNCTION say_changed();
CREATE TRIGGER say_changed AFTER INSERT OR UPDATE OR DELETE ON "ShowSlug" FOR EACH ROW EXECUTE FUNCTION say_changed_show();
CREATE TRIGGER say_changed AFTER INSERT OR UPDATE OR DELETE ON "Episode" FOR EACH ROW EXECUTE FUNCTION say_changed_show();
CREATE TRIGGER say_changed AFTER INSERT OR UPDATE OR DELETE ON "Media" FOR EACH ROW EXECUTE FUNCTION say_changed_show();
CREATE TRIGGER say_changed AFTER INSERT OR UPDATE OR DELETE ON "Feed" FOR EACH ROW EXECUTE FUNCTION say_changed_show();

-- An upload changes a workspace many times over; only this column decides what strangers are answered.
CREATE TRIGGER say_changed AFTER UPDATE ON "Workspace" FOR EACH ROW
  WHEN (OLD."hiddenAt" IS DISTINCT FROM NEW."hiddenAt") EXECUTE FUNCTION say_changed();
CREATE TRIGGER say_deleted AFTER DELETE ON "Workspace" FOR EACH ROW EXECUTE FUNCTION say_changed();

CREATE TRIGGER say_emptied AFTER TRUNCATE ON "Show" FOR EACH STATEMENT EXECUTE FUNCTION say_all_changed();
CREATE TRIGGER say_emptied AFTER TRUNCATE ON "ShowSlug" FOR EACH STATEMENT EXECUTE FUNCTION say_all_changed();
CREATE TRIGGER say_emptied AFTER TRUNCATE ON "Episode" FOR EACH STATEMENT EXECUTE FUNCTION say_all_changed();
CREATE TRIGGER say_emptied AFTER TRUNCATE ON "Media" FOR EACH STATEMENT EXECUTE FUNCTION say_all_changed();
CREATE TRIGGER say_emptied AFTER TRUNCATE ON "Feed" FOR EACH STATEMENT EXECUTE FUNCTION say_all_changed();
CREATE TRIGGER say_emptied AFTER TRUNCATE ON "Workspace" FOR EACH STATEMENT EXECUTE FUNCTION say_all_changed();
