-- CreateIndex
CREATE INDEX "files_contact_id_created_at_idx" ON "files"("contact_id", "created_at");
