-- AlterTable
ALTER TABLE "social_account" ADD COLUMN     "closed_on" DATE,
ADD COLUMN     "posted_at" TIMESTAMPTZ(3),
ADD COLUMN     "proof_code" TEXT,
ADD COLUMN     "proven_by" TEXT,
ADD COLUMN     "used_on" DATE,
ADD COLUMN     "visited_on" DATE;

-- CreateTable
CREATE TABLE "account_feed" (
    "organization_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "allowed_at" TIMESTAMPTZ(3) NOT NULL,
    "address" TEXT,
    "etag" TEXT,
    "last_modified" TEXT,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "paused_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_feed_pkey" PRIMARY KEY ("organization_id","account_id")
);

-- CreateTable
CREATE TABLE "account_use" (
    "organization_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "used_on" DATE NOT NULL,

    CONSTRAINT "account_use_pkey" PRIMARY KEY ("organization_id","account_id","used_on")
);

-- CreateTable
CREATE TABLE "account_question" (
    "organization_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "is_off" BOOLEAN NOT NULL DEFAULT false,
    "asked_for" TEXT,

    CONSTRAINT "account_question_pkey" PRIMARY KEY ("organization_id","person_id")
);

-- CreateTable
CREATE TABLE "account_setting" (
    "organization_id" UUID NOT NULL,
    "reads_feeds" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "account_setting_pkey" PRIMARY KEY ("organization_id")
);

-- CreateIndex
CREATE INDEX "account_feed_organization_id_next_at_idx" ON "account_feed"("organization_id", "next_at");

-- AddForeignKey
ALTER TABLE "account_feed" ADD CONSTRAINT "account_feed_organization_id_account_id_fkey" FOREIGN KEY ("organization_id", "account_id") REFERENCES "social_account"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_use" ADD CONSTRAINT "account_use_organization_id_account_id_fkey" FOREIGN KEY ("organization_id", "account_id") REFERENCES "social_account"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_question" ADD CONSTRAINT "account_question_organization_id_person_id_fkey" FOREIGN KEY ("organization_id", "person_id") REFERENCES "person"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The borders, and what no row may say.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['account_feed', 'account_use', 'account_question', 'account_setting'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I USING (organization_id = (SELECT app_organization_id())) WITH CHECK (organization_id = (SELECT app_organization_id()))', t);
  END LOOP;
END $$;
ALTER TABLE account_consent DROP CONSTRAINT account_consent_action_check,
  ADD CHECK (action IN ('given', 'changed', 'withdrawn', 'restored', 'feed-allowed', 'feed-ended'));
ALTER TABLE social_account ADD CHECK (proven_by IN ('code', 'rel-me')), ADD CHECK (proven_by IS NULL OR proven_at IS NOT NULL),
  ADD CHECK (erased_at IS NULL OR proof_code IS NULL);
ALTER TABLE account_feed ADD CHECK (failures >= 0), ADD CHECK ((failures = 0) = (failure IS NULL));
