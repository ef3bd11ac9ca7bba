-- CreateEnum
CREATE TYPE "AttachmentKind" AS ENUM ('photo', 'document', 'voice', 'audio', 'video', 'video_note', 'animation', 'sticker', 'location', 'contact');

-- CreateEnum
CREATE TYPE "AttachmentState" AS ENUM ('ready', 'fetching', 'failed');

-- CreateEnum
CREATE TYPE "ReactionSide" AS ENUM ('customer', 'staff');

-- AlterTable: kinds were written as text with these very names; storage_key was never written.
ALTER TABLE "attachments" DROP COLUMN "storage_key",
ADD COLUMN     "error_code" TEXT,
ADD COLUMN     "file_id" UUID,
ADD COLUMN     "position" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "state" "AttachmentState" NOT NULL DEFAULT 'ready',
ALTER COLUMN "kind" TYPE "AttachmentKind" USING "kind"::"AttachmentKind",
ALTER COLUMN "size_bytes" SET DATA TYPE BIGINT;

-- AlterTable
ALTER TABLE "chats" ADD COLUMN     "error_code" TEXT,
ADD COLUMN     "error_detail" TEXT,
ADD COLUMN     "flooded_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "conversations" ADD COLUMN     "escalated_at" TIMESTAMPTZ(3),
ADD COLUMN     "idle_notice_at" TIMESTAMPTZ(3),
ADD COLUMN     "nudges" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "unanswered_since" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "deliveries" ADD COLUMN     "priority" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "messages" ADD COLUMN     "entities" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "workspaces" ADD COLUMN     "support_settings" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "reactions" (
    "message_id" INTEGER NOT NULL,
    "side" "ReactionSide" NOT NULL,
    "emoji" TEXT NOT NULL,
    "contact_id" INTEGER,
    "user_id" INTEGER,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reactions_pkey" PRIMARY KEY ("message_id","side")
);

-- CreateTable
CREATE TABLE "files" (
    "id" UUID NOT NULL,
    "workspace_id" INTEGER NOT NULL,
    "storage_key" TEXT NOT NULL,
    "thumbnail_key" TEXT,
    "file_name" TEXT NOT NULL,
    "mime_type" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "contact_id" INTEGER,
    "resource_id" INTEGER,
    "user_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "files_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "files_storage_key_key" ON "files"("storage_key");

-- CreateIndex
CREATE UNIQUE INDEX "files_thumbnail_key_key" ON "files"("thumbnail_key");

-- CreateIndex
CREATE INDEX "files_workspace_id_created_at_idx" ON "files"("workspace_id", "created_at");

-- CreateIndex
CREATE INDEX "files_created_at_idx" ON "files"("created_at");

-- CreateIndex
CREATE INDEX "attachments_file_id_idx" ON "attachments"("file_id");

-- AddForeignKey
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "files"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reactions" ADD CONSTRAINT "reactions_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "messages"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "files" ADD CONSTRAINT "files_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;
