-- AlterTable
ALTER TABLE "contacts" ADD COLUMN     "role_by_name" BOOLEAN NOT NULL DEFAULT false;
