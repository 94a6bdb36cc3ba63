-- AlterTable
ALTER TABLE "evidence" ADD COLUMN     "position" SMALLINT NOT NULL DEFAULT 0;
