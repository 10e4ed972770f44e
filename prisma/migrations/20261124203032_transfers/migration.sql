-- CreateEnum
CREATE TYPE "TransferKind" AS ENUM ('audio', 'feed');

-- CreateEnum
CREATE TYPE "TransferAudience" AS ENUM ('public', 'members', 'guest');

-- CreateEnum
CREATE TYPE "TransferLane" AS ENUM ('express', 'route');

-- CreateEnum
CREATE TYPE "TransferOutcome" AS ENUM ('complete', 'left', 'cut', 'broke', 'handed-on');

-- CreateTable
CREATE TABLE "Transfer" (
    "id" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3) NOT NULL,
    "kind" "TransferKind" NOT NULL,
    "audience" "TransferAudience" NOT NULL,
    "lane" "TransferLane" NOT NULL,
    "workspaceId" UUID NOT NULL,
    "showId" UUID NOT NULL,
    "episodeId" UUID,
    "mediaId" UUID,
    "method" TEXT NOT NULL,
    "status" SMALLINT NOT NULL,
    "range" TEXT,
    "firstByte" BIGINT,
    "bytes" BIGINT NOT NULL,
    "outcome" "TransferOutcome" NOT NULL,
    "agentId" BIGINT,
    "referrerId" BIGINT,
    "country" TEXT,
    "listener" BYTEA NOT NULL,

    CONSTRAINT "Transfer_pkey" PRIMARY KEY ("startedAt","id")
) PARTITION BY RANGE ("startedAt"); -- by hand: Prisma knows no partitions. Their days are made by lib/downloads/partitions.ts

-- CreateTable
CREATE TABLE "InternedText" (
    "id" BIGINT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "InternedText_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AddressKey" (
    "month" TEXT NOT NULL,
    "key" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AddressKey_pkey" PRIMARY KEY ("month")
);

-- CreateTable
CREATE TABLE "TransferGap" (
    "id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "TransferGap_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Transfer_episodeId_startedAt_idx" ON "Transfer"("episodeId", "startedAt");

-- CreateIndex
CREATE INDEX "TransferGap_until_idx" ON "TransferGap"("until");
