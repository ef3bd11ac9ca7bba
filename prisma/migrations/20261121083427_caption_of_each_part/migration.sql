-- AlterTable
ALTER TABLE "message_links" ADD COLUMN     "caption" TEXT,
ADD COLUMN     "caption_entities" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "edited_at" TIMESTAMPTZ(3);
