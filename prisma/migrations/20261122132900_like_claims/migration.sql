-- AlterTable
ALTER TABLE "import_row" ADD COLUMN     "like_ids" UUID[] DEFAULT ARRAY[]::UUID[];
