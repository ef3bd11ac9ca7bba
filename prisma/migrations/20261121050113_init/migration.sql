-- CreateEnum
CREATE TYPE "ContactRole" AS ENUM ('admin', 'director', 'manager', 'broadcast_bot', 'assistant_bot', 'client');

-- CreateEnum
CREATE TYPE "ChatType" AS ENUM ('private', 'group', 'supergroup', 'channel');

-- CreateEnum
CREATE TYPE "ConversationState" AS ENUM ('assistant', 'waiting', 'manager', 'closed');

-- CreateEnum
CREATE TYPE "MessageAuthor" AS ENUM ('customer', 'assistant', 'manager', 'system');

-- CreateEnum
CREATE TYPE "MessageKind" AS ENUM ('text', 'offer', 'notice', 'note');

-- CreateEnum
CREATE TYPE "MessageOrigin" AS ENUM ('mini_app', 'bot', 'topic', 'browser', 'api', 'assistant', 'system');

-- CreateEnum
CREATE TYPE "OfferState" AS ENUM ('none', 'open', 'accepted', 'declined');

-- CreateEnum
CREATE TYPE "ConversationChangeType" AS ENUM ('message', 'edit', 'conversation', 'delivery');

-- CreateEnum
CREATE TYPE "TopicState" AS ENUM ('opening', 'open', 'closed', 'deleted');

-- CreateEnum
CREATE TYPE "DeliveryState" AS ENUM ('pending', 'sent', 'failed', 'unknown');

-- CreateEnum
CREATE TYPE "ResourceState" AS ENUM ('ready', 'active', 'paused', 'error');

-- CreateEnum
CREATE TYPE "ResourceWorld" AS ENUM ('service', 'simulator');

-- CreateEnum
CREATE TYPE "MemberRole" AS ENUM ('owner', 'admin', 'director', 'manager');

-- CreateEnum
CREATE TYPE "WorkspaceOrigin" AS ENUM ('registered', 'environment', 'demo');

-- CreateTable
CREATE TABLE "contacts" (
    "id" SERIAL NOT NULL,
    "workspace_id" INTEGER NOT NULL,
    "provider" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "role" "ContactRole" NOT NULL DEFAULT 'client',
    "first_name" TEXT NOT NULL DEFAULT '',
    "last_name" TEXT,
    "username" TEXT,
    "language_code" TEXT,
    "is_bot" BOOLEAN NOT NULL DEFAULT false,
    "blocked_at" TIMESTAMPTZ(3),
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contacts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chats" (
    "id" SERIAL NOT NULL,
    "workspace_id" INTEGER NOT NULL,
    "resource_id" INTEGER NOT NULL,
    "external_id" TEXT NOT NULL,
    "type" "ChatType" NOT NULL,
    "title" TEXT,
    "is_forum" BOOLEAN NOT NULL DEFAULT false,
    "contact_id" INTEGER,
    "held_until" TIMESTAMPTZ(3),
    "hinted_external_ids" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "chats_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mini_app_presences" (
    "id" UUID NOT NULL,
    "contact_id" INTEGER NOT NULL,
    "resource_id" INTEGER NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mini_app_presences_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversations" (
    "id" SERIAL NOT NULL,
    "workspace_id" INTEGER NOT NULL,
    "resource_id" INTEGER NOT NULL,
    "contact_id" INTEGER NOT NULL,
    "state" "ConversationState" NOT NULL DEFAULT 'assistant',
    "last_seq" INTEGER NOT NULL DEFAULT 0,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "language" TEXT NOT NULL DEFAULT 'en',
    "last_origin" "MessageOrigin" NOT NULL DEFAULT 'mini_app',
    "answered_seq" INTEGER NOT NULL DEFAULT 0,
    "offer" "OfferState" NOT NULL DEFAULT 'none',
    "handoff_reason" TEXT,
    "summary" TEXT,
    "manager_contact_id" INTEGER,
    "manager_user_id" INTEGER,
    "customer_read_seq" INTEGER NOT NULL DEFAULT 0,
    "staff_read_seq" INTEGER NOT NULL DEFAULT 0,
    "rating" INTEGER,
    "rated_at" TIMESTAMPTZ(3),
    "closed_by" TEXT,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "waiting_since" TIMESTAMPTZ(3),
    "wait_noticed_at" TIMESTAMPTZ(3),
    "first_reply_at" TIMESTAMPTZ(3),
    "last_message_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "conversations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "messages" (
    "id" SERIAL NOT NULL,
    "workspace_id" INTEGER NOT NULL,
    "conversation_id" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "author" "MessageAuthor" NOT NULL,
    "kind" "MessageKind" NOT NULL DEFAULT 'text',
    "origin" "MessageOrigin" NOT NULL,
    "contact_id" INTEGER,
    "user_id" INTEGER,
    "text" TEXT NOT NULL,
    "phrase" JSONB,
    "language" TEXT,
    "client_id" TEXT,
    "reply_to_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message_citations" (
    "message_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "passage_id" INTEGER,
    "source_title" TEXT NOT NULL,
    "heading" TEXT NOT NULL,
    "quote" TEXT NOT NULL,

    CONSTRAINT "message_citations_pkey" PRIMARY KEY ("message_id","number")
);

-- CreateTable
CREATE TABLE "attachments" (
    "id" SERIAL NOT NULL,
    "message_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "file_name" TEXT,
    "mime_type" TEXT,
    "size_bytes" INTEGER,
    "storage_key" TEXT,
    "external_file_id" TEXT,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "attachments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversation_changes" (
    "conversation_id" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "type" "ConversationChangeType" NOT NULL,
    "message_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "conversation_changes_pkey" PRIMARY KEY ("conversation_id","revision")
);

-- CreateTable
CREATE TABLE "topics" (
    "id" SERIAL NOT NULL,
    "conversation_id" INTEGER NOT NULL,
    "chat_id" INTEGER NOT NULL,
    "external_id" TEXT,
    "state" "TopicState" NOT NULL DEFAULT 'opening',
    "name" TEXT NOT NULL,
    "icon" TEXT,
    "card_external_id" TEXT,
    "mirrored_seq" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "topics_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deliveries" (
    "id" SERIAL NOT NULL,
    "workspace_id" INTEGER NOT NULL,
    "resource_id" INTEGER NOT NULL,
    "chat_id" INTEGER NOT NULL,
    "topic_id" INTEGER,
    "message_id" INTEGER,
    "act" JSONB NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "state" "DeliveryState" NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "error_code" TEXT,
    "error_detail" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "deliveries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message_links" (
    "id" SERIAL NOT NULL,
    "chat_id" INTEGER NOT NULL,
    "external_id" TEXT NOT NULL,
    "message_id" INTEGER NOT NULL,
    "inbound" BOOLEAN NOT NULL,

    CONSTRAINT "message_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "knowledge_sources" (
    "id" SERIAL NOT NULL,
    "workspace_id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "origin" TEXT,
    "content_hash" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "indexed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "knowledge_sources_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passages" (
    "id" SERIAL NOT NULL,
    "workspace_id" INTEGER NOT NULL,
    "source_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "heading" TEXT[],
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "embedding" BYTEA,
    "embedding_model" TEXT,

    CONSTRAINT "passages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "model_usage" (
    "id" SERIAL NOT NULL,
    "workspace_id" INTEGER NOT NULL,
    "conversation_id" INTEGER,
    "purpose" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "prompt_tokens" INTEGER NOT NULL DEFAULT 0,
    "completion_tokens" INTEGER NOT NULL DEFAULT 0,
    "duration_ms" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "model_usage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "installation_facts" (
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "installation_facts_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "resources" (
    "id" SERIAL NOT NULL,
    "workspace_id" INTEGER NOT NULL,
    "provider" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "world" "ResourceWorld" NOT NULL DEFAULT 'service',
    "state" "ResourceState" NOT NULL DEFAULT 'ready',
    "error_code" TEXT,
    "error_detail" TEXT,
    "warning_code" TEXT,
    "warning_detail" TEXT,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "credentials" TEXT NOT NULL,
    "account_key" TEXT NOT NULL,
    "account" JSONB NOT NULL DEFAULT '{}',
    "last_event_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "resources_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resource_leases" (
    "resource_id" INTEGER NOT NULL,
    "holder" UUID NOT NULL,
    "polled_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "resource_leases_pkey" PRIMARY KEY ("resource_id")
);

-- CreateTable
CREATE TABLE "inbound_updates" (
    "id" SERIAL NOT NULL,
    "resource_id" INTEGER NOT NULL,
    "external_id" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "processed_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,

    CONSTRAINT "inbound_updates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alerts" (
    "id" SERIAL NOT NULL,
    "workspace_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "detail" TEXT,
    "count" INTEGER NOT NULL DEFAULT 1,
    "first_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "alerts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workspaces" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "origin" "WorkspaceOrigin" NOT NULL DEFAULT 'registered',
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "locale" TEXT NOT NULL DEFAULT 'en',
    "knowledge_revision" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workspaces_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" SERIAL NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "locale" TEXT,
    "time_zone" TEXT,
    "email_verified_at" TIMESTAMPTZ(3),
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "members" (
    "workspace_id" INTEGER NOT NULL,
    "user_id" INTEGER NOT NULL,
    "role" "MemberRole" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "members_pkey" PRIMARY KEY ("workspace_id","user_id")
);

-- CreateTable
CREATE TABLE "user_sessions" (
    "id" UUID NOT NULL,
    "user_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "ip" TEXT,
    "user_agent" TEXT,

    CONSTRAINT "user_sessions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "contacts_workspace_id_role_idx" ON "contacts"("workspace_id", "role");

-- CreateIndex
CREATE UNIQUE INDEX "contacts_workspace_id_provider_external_id_key" ON "contacts"("workspace_id", "provider", "external_id");

-- CreateIndex
CREATE INDEX "chats_workspace_id_idx" ON "chats"("workspace_id");

-- CreateIndex
CREATE INDEX "chats_contact_id_idx" ON "chats"("contact_id");

-- CreateIndex
CREATE UNIQUE INDEX "chats_resource_id_external_id_key" ON "chats"("resource_id", "external_id");

-- CreateIndex
CREATE INDEX "mini_app_presences_contact_id_resource_id_expires_at_idx" ON "mini_app_presences"("contact_id", "resource_id", "expires_at");

-- CreateIndex
CREATE INDEX "conversations_workspace_id_state_last_message_at_idx" ON "conversations"("workspace_id", "state", "last_message_at");

-- CreateIndex
CREATE INDEX "conversations_contact_id_resource_id_id_idx" ON "conversations"("contact_id", "resource_id", "id");

-- CreateIndex
CREATE INDEX "messages_workspace_id_created_at_idx" ON "messages"("workspace_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "messages_conversation_id_seq_key" ON "messages"("conversation_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "messages_conversation_id_client_id_key" ON "messages"("conversation_id", "client_id");

-- CreateIndex
CREATE INDEX "attachments_message_id_idx" ON "attachments"("message_id");

-- CreateIndex
CREATE INDEX "topics_conversation_id_idx" ON "topics"("conversation_id");

-- CreateIndex
CREATE UNIQUE INDEX "topics_chat_id_external_id_key" ON "topics"("chat_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "deliveries_dedupe_key_key" ON "deliveries"("dedupe_key");

-- CreateIndex
CREATE INDEX "deliveries_chat_id_state_id_idx" ON "deliveries"("chat_id", "state", "id");

-- CreateIndex
CREATE INDEX "deliveries_message_id_idx" ON "deliveries"("message_id");

-- CreateIndex
CREATE INDEX "deliveries_workspace_id_state_idx" ON "deliveries"("workspace_id", "state");

-- CreateIndex
CREATE INDEX "message_links_message_id_idx" ON "message_links"("message_id");

-- CreateIndex
CREATE UNIQUE INDEX "message_links_chat_id_external_id_key" ON "message_links"("chat_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "knowledge_sources_workspace_id_origin_key" ON "knowledge_sources"("workspace_id", "origin");

-- CreateIndex
CREATE INDEX "passages_workspace_id_idx" ON "passages"("workspace_id");

-- CreateIndex
CREATE UNIQUE INDEX "passages_source_id_position_key" ON "passages"("source_id", "position");

-- CreateIndex
CREATE INDEX "model_usage_workspace_id_created_at_idx" ON "model_usage"("workspace_id", "created_at");

-- CreateIndex
CREATE INDEX "resources_workspace_id_idx" ON "resources"("workspace_id");

-- CreateIndex
CREATE INDEX "resources_state_idx" ON "resources"("state");

-- CreateIndex
CREATE UNIQUE INDEX "resources_provider_world_account_key_key" ON "resources"("provider", "world", "account_key");

-- CreateIndex
CREATE INDEX "inbound_updates_resource_id_lane_processed_at_id_idx" ON "inbound_updates"("resource_id", "lane", "processed_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "inbound_updates_resource_id_external_id_key" ON "inbound_updates"("resource_id", "external_id");

-- CreateIndex
CREATE INDEX "alerts_workspace_id_resolved_at_idx" ON "alerts"("workspace_id", "resolved_at");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "members_user_id_idx" ON "members"("user_id");

-- CreateIndex
CREATE INDEX "user_sessions_user_id_idx" ON "user_sessions"("user_id");

-- AddForeignKey
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chats" ADD CONSTRAINT "chats_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chats" ADD CONSTRAINT "chats_resource_id_fkey" FOREIGN KEY ("resource_id") REFERENCES "resources"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chats" ADD CONSTRAINT "chats_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mini_app_presences" ADD CONSTRAINT "mini_app_presences_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_resource_id_fkey" FOREIGN KEY ("resource_id") REFERENCES "resources"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_reply_to_id_fkey" FOREIGN KEY ("reply_to_id") REFERENCES "messages"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_citations" ADD CONSTRAINT "message_citations_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "messages"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_citations" ADD CONSTRAINT "message_citations_passage_id_fkey" FOREIGN KEY ("passage_id") REFERENCES "passages"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "messages"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation_changes" ADD CONSTRAINT "conversation_changes_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topics" ADD CONSTRAINT "topics_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topics" ADD CONSTRAINT "topics_chat_id_fkey" FOREIGN KEY ("chat_id") REFERENCES "chats"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_resource_id_fkey" FOREIGN KEY ("resource_id") REFERENCES "resources"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_chat_id_fkey" FOREIGN KEY ("chat_id") REFERENCES "chats"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topics"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "messages"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_links" ADD CONSTRAINT "message_links_chat_id_fkey" FOREIGN KEY ("chat_id") REFERENCES "chats"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_links" ADD CONSTRAINT "message_links_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "messages"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "knowledge_sources" ADD CONSTRAINT "knowledge_sources_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passages" ADD CONSTRAINT "passages_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passages" ADD CONSTRAINT "passages_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "knowledge_sources"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_usage" ADD CONSTRAINT "model_usage_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resources" ADD CONSTRAINT "resources_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource_leases" ADD CONSTRAINT "resource_leases_resource_id_fkey" FOREIGN KEY ("resource_id") REFERENCES "resources"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbound_updates" ADD CONSTRAINT "inbound_updates_resource_id_fkey" FOREIGN KEY ("resource_id") REFERENCES "resources"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_sessions" ADD CONSTRAINT "user_sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
