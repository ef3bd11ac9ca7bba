-- AlterTable
ALTER TABLE "meetings" ADD COLUMN     "time_sequence" INTEGER NOT NULL DEFAULT 0;
