-- AlterTable
ALTER TABLE "import_row" ADD COLUMN     "candidate" JSONB,
ADD COLUMN     "fingerprint" TEXT,
ADD COLUMN     "first_number" INTEGER,
ADD COLUMN     "line" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "reason" TEXT;

-- CreateIndex
CREATE INDEX "import_row_organization_id_import_id_external_id_idx" ON "import_row"("organization_id", "import_id", "external_id");

ALTER TABLE import_row DROP CONSTRAINT import_row_result_check,
  ADD CONSTRAINT import_row_result_check CHECK (result IN ('added', 'updated', 'unchanged', 'withdrawn', 'left-out', 'faulty'));
