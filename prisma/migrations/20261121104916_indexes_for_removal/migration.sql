-- CreateIndex
CREATE INDEX "deliveries_topic_id_idx" ON "deliveries"("topic_id");

-- CreateIndex
CREATE INDEX "messages_reply_to_id_idx" ON "messages"("reply_to_id");
