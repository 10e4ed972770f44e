-- AlterTable
ALTER TABLE "Transfer" ADD COLUMN     "asn" BIGINT,
ADD COLUMN     "datacentre" BOOLEAN;
