-- CreateIndex
CREATE INDEX "Upload_episodeId_createdAt_idx" ON "Upload"("episodeId", "createdAt");
