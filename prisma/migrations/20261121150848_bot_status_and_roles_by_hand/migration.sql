-- AlterTable
ALTER TABLE "chats" ADD COLUMN     "bot_status" TEXT;

-- Before there were rules every role was given by a person.
UPDATE "contacts" SET "role_by_hand" = true WHERE "role" <> 'client';
