-- CreateEnum
CREATE TYPE "MeetingState" AS ENUM ('planned', 'cancelled', 'moved');

-- CreateEnum
CREATE TYPE "MeetingRepeat" AS ENUM ('daily', 'weekly', 'cron');

-- CreateEnum
CREATE TYPE "Attendance" AS ENUM ('yes', 'no', 'maybe', 'sick', 'trip', 'vacation');

-- AlterTable
ALTER TABLE "mails" ADD COLUMN     "calendar" TEXT;

-- AlterTable
ALTER TABLE "resources" ADD COLUMN     "requests_free_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "meetings" (
    "id" SERIAL NOT NULL,
    "workspace_id" INTEGER NOT NULL,
    "resource_id" INTEGER,
    "series_id" INTEGER,
    "topic" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "duration_minutes" INTEGER NOT NULL DEFAULT 60,
    "time_zone" TEXT NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "link" TEXT NOT NULL DEFAULT '',
    "call_resource_id" INTEGER,
    "call_external_id" TEXT,
    "agenda" TEXT NOT NULL DEFAULT '',
    "organiser_id" INTEGER,
    "state" "MeetingState" NOT NULL DEFAULT 'planned',
    "answers_until" TIMESTAMPTZ(3),
    "reminder_minutes" INTEGER[] DEFAULT ARRAY[1440, 60]::INTEGER[],
    "calendar_uid" TEXT NOT NULL,
    "calendar_sequence" INTEGER NOT NULL DEFAULT 0,
    "moved_to_id" INTEGER,
    "client_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "meetings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_series" (
    "id" SERIAL NOT NULL,
    "workspace_id" INTEGER NOT NULL,
    "repeat" "MeetingRepeat" NOT NULL,
    "cron" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "stopped_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "meeting_series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_people" (
    "id" SERIAL NOT NULL,
    "workspace_id" INTEGER NOT NULL,
    "contact_id" INTEGER,
    "full_name" TEXT NOT NULL DEFAULT '',
    "email" TEXT,
    "phone" TEXT,
    "is_organiser" BOOLEAN NOT NULL DEFAULT false,
    "is_permanent" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "meeting_people_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitees" (
    "id" SERIAL NOT NULL,
    "meeting_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "attendance" "Attendance",
    "comment" TEXT NOT NULL DEFAULT '',
    "answered_at" TIMESTAMPTZ(3),
    "answered_by" TEXT,
    "asked_at" TIMESTAMPTZ(3),
    "mailed_at" TIMESTAMPTZ(3),
    "reminded_at_min" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invitees_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "absences" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "meeting_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "reason" "Attendance" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "absences_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_dialogues" (
    "person_id" INTEGER NOT NULL,
    "resource_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "meeting_dialogues_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "meeting_texts" (
    "workspace_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "meeting_texts_pkey" PRIMARY KEY ("workspace_id","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "meetings_moved_to_id_key" ON "meetings"("moved_to_id");

-- CreateIndex
CREATE INDEX "meetings_workspace_id_starts_at_idx" ON "meetings"("workspace_id", "starts_at");

-- CreateIndex
CREATE INDEX "meetings_state_starts_at_idx" ON "meetings"("state", "starts_at");

-- CreateIndex
CREATE INDEX "meetings_series_id_idx" ON "meetings"("series_id");

-- CreateIndex
CREATE UNIQUE INDEX "meetings_workspace_id_client_id_key" ON "meetings"("workspace_id", "client_id");

-- CreateIndex
CREATE INDEX "meeting_series_workspace_id_idx" ON "meeting_series"("workspace_id");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_people_contact_id_key" ON "meeting_people"("contact_id");

-- CreateIndex
CREATE INDEX "meeting_people_workspace_id_full_name_idx" ON "meeting_people"("workspace_id", "full_name");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_people_workspace_id_email_key" ON "meeting_people"("workspace_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_people_workspace_id_phone_key" ON "meeting_people"("workspace_id", "phone");

-- CreateIndex
CREATE INDEX "invitees_person_id_idx" ON "invitees"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitees_meeting_id_person_id_key" ON "invitees"("meeting_id", "person_id");

-- CreateIndex
CREATE INDEX "absences_day_idx" ON "absences"("day");

-- CreateIndex
CREATE UNIQUE INDEX "absences_person_id_meeting_id_key" ON "absences"("person_id", "meeting_id");

-- AddForeignKey
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_resource_id_fkey" FOREIGN KEY ("resource_id") REFERENCES "resources"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "meeting_series"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_organiser_id_fkey" FOREIGN KEY ("organiser_id") REFERENCES "meeting_people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_moved_to_id_fkey" FOREIGN KEY ("moved_to_id") REFERENCES "meetings"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_series" ADD CONSTRAINT "meeting_series_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_people" ADD CONSTRAINT "meeting_people_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_people" ADD CONSTRAINT "meeting_people_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitees" ADD CONSTRAINT "invitees_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitees" ADD CONSTRAINT "invitees_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "meeting_people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absences" ADD CONSTRAINT "absences_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "meeting_people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absences" ADD CONSTRAINT "absences_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_dialogues" ADD CONSTRAINT "meeting_dialogues_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "meeting_people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_dialogues" ADD CONSTRAINT "meeting_dialogues_resource_id_fkey" FOREIGN KEY ("resource_id") REFERENCES "resources"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_texts" ADD CONSTRAINT "meeting_texts_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A video call made at once is a call; a meeting is what people are invited to.
UPDATE "audit_entries" SET "action" = 'call.created' WHERE "action" = 'meeting.created';
UPDATE "audit_entries" SET "action" = 'call.deleted' WHERE "action" = 'meeting.deleted';
