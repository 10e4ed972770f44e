-- DropIndex
DROP INDEX "Transfer_episodeId_startedAt_idx";

-- CreateIndex
CREATE INDEX "Transfer_episodeId_audience_startedAt_idx" ON "Transfer"("episodeId", "audience", "startedAt");
