-- AlterTable
ALTER TABLE "attachments" ADD COLUMN "resource_id" INTEGER;
