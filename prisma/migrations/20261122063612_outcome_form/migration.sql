-- AlterTable
ALTER TABLE "outcome" ADD COLUMN     "is_without_channel" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "weights_are" TEXT NOT NULL DEFAULT 'parts';
ALTER TABLE "outcome" ADD CHECK (weights_are IN ('parts', 'basis-points'));
