-- AlterTable
ALTER TABLE "invitees" ADD COLUMN     "told_sequence" INTEGER;
