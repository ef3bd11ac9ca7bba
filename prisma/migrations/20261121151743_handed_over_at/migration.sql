-- AlterTable
ALTER TABLE "conversations" ADD COLUMN     "handed_over_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "hub_messages_workspace_id_sent_at_author_intent_is_automati_idx" ON "hub_messages"("workspace_id", "sent_at", "author", "intent", "is_automatic");

-- When those of before were handed over is told by the change log, where it still stands.
UPDATE "conversations" c SET "handed_over_at" = coalesce(c."waiting_since", (
  SELECT min(e."created_at") FROM "conversation_changes" e WHERE e."conversation_id" = c."id" AND e."state" = 'waiting'));
