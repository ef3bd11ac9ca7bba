-- CreateIndex
CREATE INDEX "conversations_workspace_id_last_message_at_idx" ON "conversations"("workspace_id", "last_message_at");

-- CreateIndex
CREATE INDEX "messages_text_idx" ON "messages" USING GIN ("text" gin_trgm_ops);
