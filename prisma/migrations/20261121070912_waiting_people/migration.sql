-- AlterTable
ALTER TABLE "conversations" ADD COLUMN     "nudged_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "conversations_workspace_id_unanswered_since_idx" ON "conversations"("workspace_id", "unanswered_since");

-- CreateIndex
CREATE INDEX "mini_app_presences_expires_at_idx" ON "mini_app_presences"("expires_at");

-- Who waits already waits since then: for a manager since the handover, while one leads since the customer's last words.
UPDATE "conversations" SET "unanswered_since" = COALESCE("waiting_since", "last_message_at") WHERE "state" = 'waiting';
UPDATE "conversations" c SET "unanswered_since" = c."last_message_at" FROM "messages" m
WHERE c."state" = 'manager' AND m."conversation_id" = c."id" AND m."seq" = c."last_seq" AND m."author" = 'customer';
