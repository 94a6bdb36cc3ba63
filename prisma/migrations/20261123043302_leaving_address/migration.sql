-- AlterTable
ALTER TABLE "portfolio" ADD COLUMN     "leaving_address" TEXT;

-- AlterTable
ALTER TABLE "portfolio_link" ADD COLUMN     "mail_state" TEXT,
ALTER COLUMN "made_by_id" DROP NOT NULL;

ALTER TABLE portfolio_link ADD CHECK (mail_state IN ('waiting', 'sending', 'sent', 'unknown', 'refused'));
