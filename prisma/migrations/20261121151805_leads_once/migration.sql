-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "LeadStepKind" ADD VALUE 'next_step';
ALTER TYPE "LeadStepKind" ADD VALUE 'details';
ALTER TYPE "LeadStepKind" ADD VALUE 'separated';

-- AlterTable
ALTER TABLE "leads" ADD COLUMN     "client_id" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "leads_workspace_id_client_id_key" ON "leads"("workspace_id", "client_id");
