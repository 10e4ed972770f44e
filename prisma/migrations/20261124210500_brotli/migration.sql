-- Feeds are kept in brotli as well. Those that are kept now are made anew when they are next asked for; their objects go once
-- nobody can be reading them any more.
INSERT INTO "Leftover" ("key", "dueAt")
SELECT "key", now() + interval '1 hour' FROM "Feed" UNION SELECT "gzipKey", now() + interval '1 hour' FROM "Feed"
ON CONFLICT DO NOTHING;

DELETE FROM "Feed";

-- AlterTable
ALTER TABLE "Feed" ADD COLUMN     "brotliBytes" INTEGER NOT NULL,
ADD COLUMN     "brotliKey" TEXT NOT NULL,
ADD COLUMN     "brotliSha256" TEXT NOT NULL;
