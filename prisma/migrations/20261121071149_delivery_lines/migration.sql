-- DropIndex
DROP INDEX "deliveries_chat_id_state_id_idx";

-- AlterTable
ALTER TABLE "chats" ADD COLUMN     "paced_until" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "deliveries" ADD COLUMN     "merged" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "not_before" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "deliveries_chat_id_state_topic_id_id_idx" ON "deliveries"("chat_id", "state", "topic_id", "id");

-- CreateIndex
CREATE INDEX "deliveries_chat_id_state_topic_id_priority_idx" ON "deliveries"("chat_id", "state", "topic_id", "priority");
