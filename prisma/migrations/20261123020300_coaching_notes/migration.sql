-- AlterTable
ALTER TABLE "program_check_in" ADD COLUMN     "told_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "program_note" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "program_id" UUID NOT NULL,
    "coach_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "is_from_coach" BOOLEAN NOT NULL,
    "words" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "told_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "program_note_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "program_note_organization_id_program_id_person_id_idx" ON "program_note"("organization_id", "program_id", "person_id");

-- CreateIndex
CREATE INDEX "program_note_organization_id_coach_id_idx" ON "program_note"("organization_id", "coach_id");

-- AddForeignKey
ALTER TABLE "program_note" ADD CONSTRAINT "program_note_organization_id_program_id_person_id_fkey" FOREIGN KEY ("organization_id", "program_id", "person_id") REFERENCES "program_participant"("organization_id", "program_id", "person_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program_note" ADD CONSTRAINT "program_note_organization_id_coach_id_fkey" FOREIGN KEY ("organization_id", "coach_id") REFERENCES "person"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE program_note ADD CHECK (coach_id <> person_id);
ALTER TABLE program_note ENABLE ROW LEVEL SECURITY;
ALTER TABLE program_note FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON program_note USING (organization_id = (SELECT app_organization_id())) WITH CHECK (organization_id = (SELECT app_organization_id()));
-- Answers from before are no news.
DO $$
DECLARE one uuid;
BEGIN
  FOR one IN SELECT id FROM organization_directory LOOP
    PERFORM set_config('app.organization_id', one::text, true);
    UPDATE program_check_in SET told_at = answered_at WHERE organization_id = one AND answered_at IS NOT NULL;
  END LOOP;
  PERFORM set_config('app.organization_id', '', true);
END $$;
