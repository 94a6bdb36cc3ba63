-- CreateTable
CREATE TABLE "program_check_in" (
    "organization_id" UUID NOT NULL,
    "program_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "days" SMALLINT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "use" TEXT,
    "wish" TEXT,
    "words" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "program_check_in_pkey" PRIMARY KEY ("organization_id","program_id","person_id","days")
);

-- AddForeignKey
ALTER TABLE "program_check_in" ADD CONSTRAINT "program_check_in_organization_id_program_id_person_id_fkey" FOREIGN KEY ("organization_id", "program_id", "person_id") REFERENCES "program_participant"("organization_id", "program_id", "person_id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE program_check_in ADD CHECK (days IN (30, 90, 180)), ADD CHECK (use IN ('yes', 'some', 'not-yet')), ADD CHECK (wish IN ('nothing', 'coach', 'example')),
  ADD CHECK ((answered_at IS NULL) = (use IS NULL) AND (use IS NULL) = (wish IS NULL));
ALTER TABLE program_check_in ENABLE ROW LEVEL SECURITY;
ALTER TABLE program_check_in FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON program_check_in USING (organization_id = (SELECT app_organization_id())) WITH CHECK (organization_id = (SELECT app_organization_id()));
