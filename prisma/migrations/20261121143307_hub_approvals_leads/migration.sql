-- CreateEnum
CREATE TYPE "ApprovalStatus" AS ENUM ('pending', 'approved', 'sent', 'failed', 'rejected', 'expired');

-- CreateEnum
CREATE TYPE "ApprovalMode" AS ENUM ('ask', 'auto', 'never');

-- CreateEnum
CREATE TYPE "HubAuthor" AS ENUM ('contact', 'assistant', 'member', 'system');

-- CreateEnum
CREATE TYPE "HubMessageType" AS ENUM ('text', 'photo', 'document', 'voice', 'audio', 'video', 'video_note', 'animation', 'sticker', 'location', 'contact', 'poll', 'service', 'other');

-- CreateEnum
CREATE TYPE "Intent" AS ENUM ('question', 'order', 'complaint', 'interest', 'confirmation', 'broadcast', 'other');

-- CreateEnum
CREATE TYPE "Sentiment" AS ENUM ('positive', 'neutral', 'negative');

-- CreateEnum
CREATE TYPE "AnalysisMethod" AS ENUM ('pattern', 'lexemes', 'model', 'person');

-- CreateEnum
CREATE TYPE "PatternKind" AS ENUM ('keywords', 'regex');

-- CreateEnum
CREATE TYPE "RoleRuleKind" AS ENUM ('external_id', 'username', 'name', 'bot');

-- CreateEnum
CREATE TYPE "TranscriptionState" AS ENUM ('queued', 'ready', 'silent', 'failed');

-- CreateEnum
CREATE TYPE "LeadStatus" AS ENUM ('new', 'contacted', 'qualified', 'proposal', 'won', 'lost');

-- CreateEnum
CREATE TYPE "LeadStepKind" AS ENUM ('created', 'note', 'status', 'owner', 'value', 'merged');

-- AlterTable
ALTER TABLE "attachments" ADD COLUMN     "hub_message_id" INTEGER,
ALTER COLUMN "message_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "chats" ADD COLUMN     "bot_left_at" TIMESTAMPTZ(3),
ADD COLUMN     "ignored_at" TIMESTAMPTZ(3),
ADD COLUMN     "last_message_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "contacts" ADD COLUMN     "email" TEXT,
ADD COLUMN     "exclude_from_analytics" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "lead_source" TEXT,
ADD COLUMN     "merged_into_id" INTEGER,
ADD COLUMN     "phone" TEXT,
ADD COLUMN     "role_by_hand" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "deliveries" ADD COLUMN     "approval_id" INTEGER;

-- AlterTable
ALTER TABLE "workspaces" ADD COLUMN     "hub_read_xid" BIGINT,
ADD COLUMN     "hub_settings" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "approval_batches" (
    "id" SERIAL NOT NULL,
    "workspace_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "delay_seconds" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "approval_batches_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "approvals" (
    "id" SERIAL NOT NULL,
    "workspace_id" INTEGER NOT NULL,
    "chat_id" INTEGER NOT NULL,
    "batch_id" INTEGER,
    "position" INTEGER NOT NULL DEFAULT 0,
    "text" TEXT NOT NULL,
    "proposed_text" TEXT,
    "context" JSONB,
    "kind" TEXT NOT NULL DEFAULT 'message',
    "source" TEXT NOT NULL,
    "source_name" TEXT NOT NULL,
    "status" "ApprovalStatus" NOT NULL DEFAULT 'pending',
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_kind" TEXT,
    "decided_by_id" INTEGER,
    "decided_by_name" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "error_code" TEXT,
    "send_after" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "approvals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "approval_notices" (
    "approval_id" INTEGER NOT NULL,
    "chat_id" INTEGER NOT NULL,
    "external_id" TEXT,

    CONSTRAINT "approval_notices_pkey" PRIMARY KEY ("approval_id","chat_id")
);

-- CreateTable
CREATE TABLE "approval_policies" (
    "workspace_id" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "mode" "ApprovalMode" NOT NULL DEFAULT 'ask',
    "auto_after" INTEGER NOT NULL DEFAULT 10,
    "streak" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "approval_policies_pkey" PRIMARY KEY ("workspace_id","source","kind")
);

-- CreateTable
CREATE TABLE "hub_messages" (
    "id" SERIAL NOT NULL,
    "workspace_id" INTEGER NOT NULL,
    "chat_id" INTEGER NOT NULL,
    "author" "HubAuthor" NOT NULL DEFAULT 'contact',
    "contact_id" INTEGER,
    "user_id" INTEGER,
    "conversation_id" INTEGER,
    "message_id" INTEGER,
    "external_id" TEXT,
    "type" "HubMessageType" NOT NULL DEFAULT 'text',
    "text" TEXT NOT NULL DEFAULT '',
    "entities" JSONB NOT NULL DEFAULT '[]',
    "transcript" TEXT,
    "is_automatic" BOOLEAN NOT NULL DEFAULT false,
    "is_forwarded" BOOLEAN NOT NULL DEFAULT false,
    "forwarded_from" TEXT,
    "has_file" BOOLEAN NOT NULL DEFAULT false,
    "album_id" TEXT,
    "reply_to_external_id" TEXT,
    "reply_to_id" INTEGER,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "intent" "Intent",
    "intent_confidence" REAL,
    "sentiment" "Sentiment",
    "urgent" BOOLEAN NOT NULL DEFAULT false,
    "analysed_at" TIMESTAMPTZ(3),
    "needs_analysis" BOOLEAN NOT NULL DEFAULT false,
    "words" tsvector,

    CONSTRAINT "hub_messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message_analyses" (
    "hub_message_id" INTEGER NOT NULL,
    "workspace_id" INTEGER NOT NULL,
    "intent" "Intent" NOT NULL,
    "confidence" REAL NOT NULL,
    "sentiment" "Sentiment" NOT NULL,
    "entities" JSONB NOT NULL DEFAULT '{}',
    "urgent" BOOLEAN NOT NULL DEFAULT false,
    "urgent_why" TEXT,
    "method" "AnalysisMethod" NOT NULL,
    "model" TEXT,
    "cost_micros" BIGINT,
    "duration_ms" INTEGER NOT NULL DEFAULT 0,
    "machine_intent" "Intent",
    "machine_sentiment" "Sentiment",
    "machine_urgent" BOOLEAN,
    "corrected_by_user_id" INTEGER,
    "corrected_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "message_analyses_pkey" PRIMARY KEY ("hub_message_id")
);

-- CreateTable
CREATE TABLE "intent_patterns" (
    "id" SERIAL NOT NULL,
    "workspace_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "intent" "Intent" NOT NULL,
    "kind" "PatternKind" NOT NULL DEFAULT 'keywords',
    "pattern" TEXT NOT NULL,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "urgent" BOOLEAN NOT NULL DEFAULT false,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "intent_patterns_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_rules" (
    "id" SERIAL NOT NULL,
    "workspace_id" INTEGER NOT NULL,
    "kind" "RoleRuleKind" NOT NULL,
    "pattern" TEXT NOT NULL DEFAULT '',
    "role" "ContactRole" NOT NULL,
    "exclude_from_analytics" BOOLEAN NOT NULL DEFAULT false,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "role_rules_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chat_members" (
    "chat_id" INTEGER NOT NULL,
    "contact_id" INTEGER NOT NULL,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "chat_members_pkey" PRIMARY KEY ("chat_id","contact_id")
);

-- CreateTable
CREATE TABLE "hub_imports" (
    "id" SERIAL NOT NULL,
    "workspace_id" INTEGER NOT NULL,
    "source_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "cursor" JSONB NOT NULL DEFAULT '{}',
    "imported" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "hub_imports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "transcriptions" (
    "attachment_id" INTEGER NOT NULL,
    "workspace_id" INTEGER NOT NULL,
    "state" "TranscriptionState" NOT NULL DEFAULT 'queued',
    "text" TEXT NOT NULL DEFAULT '',
    "engine" TEXT,
    "duration_ms" INTEGER,
    "error_code" TEXT,
    "error_detail" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "transcriptions_pkey" PRIMARY KEY ("attachment_id")
);

-- CreateTable
CREATE TABLE "idempotent_answers" (
    "workspace_id" INTEGER NOT NULL,
    "api_key_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER,
    "body" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotent_answers_pkey" PRIMARY KEY ("workspace_id","api_key_id","key")
);

-- CreateTable
CREATE TABLE "leads" (
    "id" SERIAL NOT NULL,
    "workspace_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT,
    "email" TEXT,
    "status" "LeadStatus" NOT NULL DEFAULT 'new',
    "source" TEXT NOT NULL,
    "value" DECIMAL(14,2),
    "currency" TEXT NOT NULL DEFAULT 'EUR',
    "owner_user_id" INTEGER,
    "contact_id" INTEGER,
    "conversation_id" INTEGER,
    "hub_message_id" INTEGER,
    "next_step" TEXT,
    "next_step_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "leads_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lead_steps" (
    "id" SERIAL NOT NULL,
    "lead_id" INTEGER NOT NULL,
    "kind" "LeadStepKind" NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "details" JSONB NOT NULL DEFAULT '{}',
    "actor_name" TEXT NOT NULL,
    "user_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lead_steps_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "approval_batches_workspace_id_id_idx" ON "approval_batches"("workspace_id", "id");

-- CreateIndex
CREATE INDEX "approvals_workspace_id_status_id_idx" ON "approvals"("workspace_id", "status", "id");

-- CreateIndex
CREATE INDEX "approvals_batch_id_position_idx" ON "approvals"("batch_id", "position");

-- CreateIndex
CREATE INDEX "approvals_status_expires_at_idx" ON "approvals"("status", "expires_at");

-- CreateIndex
CREATE INDEX "approvals_status_send_after_idx" ON "approvals"("status", "send_after");

-- CreateIndex
CREATE INDEX "approvals_chat_id_idx" ON "approvals"("chat_id");

-- CreateIndex
CREATE INDEX "approval_notices_chat_id_external_id_idx" ON "approval_notices"("chat_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "hub_messages_message_id_key" ON "hub_messages"("message_id");

-- CreateIndex
CREATE INDEX "hub_messages_workspace_id_sent_at_id_idx" ON "hub_messages"("workspace_id", "sent_at", "id");

-- CreateIndex
CREATE INDEX "hub_messages_chat_id_sent_at_id_idx" ON "hub_messages"("chat_id", "sent_at", "id");

-- CreateIndex
CREATE INDEX "hub_messages_contact_id_sent_at_id_idx" ON "hub_messages"("contact_id", "sent_at", "id");

-- CreateIndex
CREATE INDEX "hub_messages_workspace_id_intent_sent_at_idx" ON "hub_messages"("workspace_id", "intent", "sent_at");

-- CreateIndex
CREATE INDEX "hub_messages_conversation_id_idx" ON "hub_messages"("conversation_id");

-- CreateIndex
CREATE INDEX "hub_messages_reply_to_id_idx" ON "hub_messages"("reply_to_id");

-- CreateIndex
CREATE UNIQUE INDEX "hub_messages_chat_id_external_id_key" ON "hub_messages"("chat_id", "external_id");

-- CreateIndex
CREATE INDEX "message_analyses_workspace_id_corrected_at_idx" ON "message_analyses"("workspace_id", "corrected_at");

-- CreateIndex
CREATE INDEX "message_analyses_workspace_id_created_at_idx" ON "message_analyses"("workspace_id", "created_at");

-- CreateIndex
CREATE INDEX "intent_patterns_workspace_id_priority_idx" ON "intent_patterns"("workspace_id", "priority");

-- CreateIndex
CREATE INDEX "role_rules_workspace_id_priority_idx" ON "role_rules"("workspace_id", "priority");

-- CreateIndex
CREATE INDEX "chat_members_contact_id_idx" ON "chat_members"("contact_id");

-- CreateIndex
CREATE UNIQUE INDEX "hub_imports_workspace_id_source_key_key" ON "hub_imports"("workspace_id", "source_key");

-- CreateIndex
CREATE INDEX "transcriptions_workspace_id_state_idx" ON "transcriptions"("workspace_id", "state");

-- CreateIndex
CREATE INDEX "idempotent_answers_created_at_idx" ON "idempotent_answers"("created_at");

-- CreateIndex
CREATE INDEX "leads_workspace_id_status_updated_at_idx" ON "leads"("workspace_id", "status", "updated_at");

-- CreateIndex
CREATE INDEX "leads_workspace_id_id_idx" ON "leads"("workspace_id", "id");

-- CreateIndex
CREATE INDEX "leads_contact_id_idx" ON "leads"("contact_id");

-- CreateIndex
CREATE INDEX "leads_conversation_id_idx" ON "leads"("conversation_id");

-- CreateIndex
CREATE INDEX "leads_hub_message_id_idx" ON "leads"("hub_message_id");

-- CreateIndex
CREATE INDEX "leads_owner_user_id_idx" ON "leads"("owner_user_id");

-- CreateIndex
CREATE INDEX "lead_steps_lead_id_id_idx" ON "lead_steps"("lead_id", "id");

-- CreateIndex
CREATE INDEX "attachments_hub_message_id_idx" ON "attachments"("hub_message_id");

-- CreateIndex
CREATE INDEX "contacts_workspace_id_last_seen_at_idx" ON "contacts"("workspace_id", "last_seen_at");

-- CreateIndex
CREATE INDEX "contacts_merged_into_id_idx" ON "contacts"("merged_into_id");

-- CreateIndex
CREATE INDEX "deliveries_approval_id_idx" ON "deliveries"("approval_id");

-- AddForeignKey
ALTER TABLE "approval_batches" ADD CONSTRAINT "approval_batches_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_chat_id_fkey" FOREIGN KEY ("chat_id") REFERENCES "chats"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "approval_batches"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval_notices" ADD CONSTRAINT "approval_notices_approval_id_fkey" FOREIGN KEY ("approval_id") REFERENCES "approvals"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval_notices" ADD CONSTRAINT "approval_notices_chat_id_fkey" FOREIGN KEY ("chat_id") REFERENCES "chats"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval_policies" ADD CONSTRAINT "approval_policies_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "contacts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_hub_message_id_fkey" FOREIGN KEY ("hub_message_id") REFERENCES "hub_messages"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_approval_id_fkey" FOREIGN KEY ("approval_id") REFERENCES "approvals"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hub_messages" ADD CONSTRAINT "hub_messages_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hub_messages" ADD CONSTRAINT "hub_messages_chat_id_fkey" FOREIGN KEY ("chat_id") REFERENCES "chats"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hub_messages" ADD CONSTRAINT "hub_messages_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hub_messages" ADD CONSTRAINT "hub_messages_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hub_messages" ADD CONSTRAINT "hub_messages_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "messages"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hub_messages" ADD CONSTRAINT "hub_messages_reply_to_id_fkey" FOREIGN KEY ("reply_to_id") REFERENCES "hub_messages"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_analyses" ADD CONSTRAINT "message_analyses_hub_message_id_fkey" FOREIGN KEY ("hub_message_id") REFERENCES "hub_messages"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intent_patterns" ADD CONSTRAINT "intent_patterns_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_rules" ADD CONSTRAINT "role_rules_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chat_members" ADD CONSTRAINT "chat_members_chat_id_fkey" FOREIGN KEY ("chat_id") REFERENCES "chats"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chat_members" ADD CONSTRAINT "chat_members_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hub_imports" ADD CONSTRAINT "hub_imports_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transcriptions" ADD CONSTRAINT "transcriptions_attachment_id_fkey" FOREIGN KEY ("attachment_id") REFERENCES "attachments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leads" ADD CONSTRAINT "leads_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leads" ADD CONSTRAINT "leads_owner_user_id_fkey" FOREIGN KEY ("owner_user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leads" ADD CONSTRAINT "leads_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leads" ADD CONSTRAINT "leads_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversations"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leads" ADD CONSTRAINT "leads_hub_message_id_fkey" FOREIGN KEY ("hub_message_id") REFERENCES "hub_messages"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_steps" ADD CONSTRAINT "lead_steps_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "leads"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_steps" ADD CONSTRAINT "lead_steps_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;
