-- AlterEnum
ALTER TYPE "ConversationChangeType" ADD VALUE 'rating';

-- AlterTable
ALTER TABLE "conversation_changes" ADD COLUMN     "state" "ConversationState";
