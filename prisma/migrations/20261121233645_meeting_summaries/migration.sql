-- CreateTable
CREATE TABLE "meeting_summaries" (
    "person_id" INTEGER NOT NULL,
    "meeting_id" INTEGER NOT NULL,
    "chat_id" INTEGER NOT NULL,
    "view" TEXT NOT NULL,
    "shown" TEXT NOT NULL,
    "delivery_key" TEXT NOT NULL,
    "external_id" TEXT,
    "edited_at" TIMESTAMPTZ(3),

    CONSTRAINT "meeting_summaries_pkey" PRIMARY KEY ("person_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "meeting_summaries_delivery_key_key" ON "meeting_summaries"("delivery_key");

-- CreateIndex
CREATE INDEX "meeting_summaries_meeting_id_idx" ON "meeting_summaries"("meeting_id");

-- CreateIndex
CREATE INDEX "meeting_summaries_chat_id_idx" ON "meeting_summaries"("chat_id");

-- AddForeignKey
ALTER TABLE "meeting_summaries" ADD CONSTRAINT "meeting_summaries_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "meeting_people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_summaries" ADD CONSTRAINT "meeting_summaries_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_summaries" ADD CONSTRAINT "meeting_summaries_chat_id_fkey" FOREIGN KEY ("chat_id") REFERENCES "chats"("id") ON DELETE CASCADE ON UPDATE CASCADE;
