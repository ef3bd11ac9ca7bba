-- “Said by these contacts, or by a member without one”: the second half had to be looked for among all messages.
-- Prisma's schema knows no partial indexes.
CREATE INDEX "hub_messages_without_contact_idx" ON "hub_messages" ("workspace_id", "author", "sent_at", "id") WHERE "contact_id" IS NULL;
