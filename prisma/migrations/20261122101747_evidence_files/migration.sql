-- AlterTable
ALTER TABLE "evidence" ADD COLUMN     "file_id" UUID;

-- CreateTable
CREATE TABLE "stored_file" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "uploaded_by_id" UUID NOT NULL,
    "sha256" BYTEA NOT NULL,
    "media_type" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "unused_since" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "file_upload" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "received" INTEGER NOT NULL DEFAULT 0,
    "file_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "file_upload_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "stored_file_organization_id_sha256_idx" ON "stored_file"("organization_id", "sha256");

-- CreateIndex
CREATE UNIQUE INDEX "stored_file_organization_id_uploaded_by_id_sha256_key" ON "stored_file"("organization_id", "uploaded_by_id", "sha256");

-- CreateIndex
CREATE INDEX "file_upload_organization_id_person_id_idx" ON "file_upload"("organization_id", "person_id");

-- CreateIndex
CREATE INDEX "file_upload_organization_id_file_id_idx" ON "file_upload"("organization_id", "file_id");

-- CreateIndex
CREATE INDEX "evidence_organization_id_file_id_idx" ON "evidence"("organization_id", "file_id");

-- AddForeignKey
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_organization_id_uploaded_by_id_fkey" FOREIGN KEY ("organization_id", "uploaded_by_id") REFERENCES "person"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_upload" ADD CONSTRAINT "file_upload_organization_id_person_id_fkey" FOREIGN KEY ("organization_id", "person_id") REFERENCES "person"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_upload" ADD CONSTRAINT "file_upload_organization_id_file_id_fkey" FOREIGN KEY ("organization_id", "file_id") REFERENCES "stored_file"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_organization_id_file_id_fkey" FOREIGN KEY ("organization_id", "file_id") REFERENCES "stored_file"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The borders, and what no row may say.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['stored_file', 'file_upload'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I USING (organization_id = (SELECT app_organization_id())) WITH CHECK (organization_id = (SELECT app_organization_id()))', t);
  END LOOP;
END $$;
ALTER TABLE stored_file ADD CHECK (octet_length(sha256) = 32), ADD CHECK (size > 0), ADD CHECK ((width IS NULL) = (height IS NULL));
ALTER TABLE file_upload ADD CHECK (size > 0), ADD CHECK (received BETWEEN 0 AND size);
ALTER TABLE evidence DROP CONSTRAINT evidence_kind_check, ADD CONSTRAINT evidence_kind_check CHECK (kind IN ('link', 'crm', 'file')),
  ADD CONSTRAINT evidence_file_check CHECK ((kind = 'file') = (file_id IS NOT NULL));
