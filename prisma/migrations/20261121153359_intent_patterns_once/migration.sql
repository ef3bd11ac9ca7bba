-- AlterTable
ALTER TABLE "workspaces" ADD COLUMN     "patterns_at" TIMESTAMPTZ(3);

-- What waits for its analysis is few among many.
CREATE INDEX "hub_messages_needs_analysis_idx" ON "hub_messages" ("workspace_id", "id") WHERE "needs_analysis";
