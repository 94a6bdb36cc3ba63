-- AlterTable
ALTER TABLE "person" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "team" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- An address leads to one person of an organization; stored in lower case.
CREATE UNIQUE INDEX "person_email_partial" ON "person"("organization_id", "email") WHERE email IS NOT NULL AND status <> 'erased';
