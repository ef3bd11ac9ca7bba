-- The rare ones among many, newest first. Prisma's schema knows no partial indexes.
CREATE INDEX "hub_messages_negative_idx" ON "hub_messages" ("workspace_id", "sent_at", "id") WHERE "sentiment" = 'negative';
