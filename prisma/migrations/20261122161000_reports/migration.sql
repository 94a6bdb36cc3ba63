-- CreateTable
CREATE TABLE "report" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "paper" TEXT,
    "language" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "rows_total" INTEGER,
    "file_name" TEXT,
    "sha256" BYTEA,
    "size" BIGINT,
    "error_code" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "report_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "print_token" (
    "organization_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "person_id" UUID NOT NULL,
    "filter" JSONB NOT NULL,
    "language" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "print_token_pkey" PRIMARY KEY ("organization_id","token_hash")
);

-- CreateTable
CREATE TABLE "report_schedule" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "cadence" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "paper" TEXT NOT NULL,
    "is_paused" BOOLEAN NOT NULL DEFAULT false,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "report_schedule_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "report_recipient" (
    "organization_id" UUID NOT NULL,
    "schedule_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "report_recipient_pkey" PRIMARY KEY ("organization_id","schedule_id","person_id")
);

-- CreateTable
CREATE TABLE "report_delivery" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "schedule_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "claimed_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),
    "token_hash" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_delivery_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "report_organization_id_person_id_created_at_idx" ON "report"("organization_id", "person_id", "created_at");

-- CreateIndex
CREATE INDEX "report_organization_id_sha256_idx" ON "report"("organization_id", "sha256");

-- CreateIndex
CREATE INDEX "report_schedule_organization_id_owner_id_idx" ON "report_schedule"("organization_id", "owner_id");

-- CreateIndex
CREATE INDEX "report_recipient_organization_id_person_id_idx" ON "report_recipient"("organization_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_delivery_organization_id_schedule_id_person_id_perio_key" ON "report_delivery"("organization_id", "schedule_id", "person_id", "period");

-- CreateIndex
CREATE UNIQUE INDEX "report_delivery_organization_id_token_hash_key" ON "report_delivery"("organization_id", "token_hash");

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_organization_id_person_id_fkey" FOREIGN KEY ("organization_id", "person_id") REFERENCES "person"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "print_token" ADD CONSTRAINT "print_token_organization_id_person_id_fkey" FOREIGN KEY ("organization_id", "person_id") REFERENCES "person"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_schedule" ADD CONSTRAINT "report_schedule_organization_id_owner_id_fkey" FOREIGN KEY ("organization_id", "owner_id") REFERENCES "person"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_recipient" ADD CONSTRAINT "report_recipient_organization_id_schedule_id_fkey" FOREIGN KEY ("organization_id", "schedule_id") REFERENCES "report_schedule"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_recipient" ADD CONSTRAINT "report_recipient_organization_id_person_id_fkey" FOREIGN KEY ("organization_id", "person_id") REFERENCES "person"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_delivery" ADD CONSTRAINT "report_delivery_organization_id_schedule_id_fkey" FOREIGN KEY ("organization_id", "schedule_id") REFERENCES "report_schedule"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_delivery" ADD CONSTRAINT "report_delivery_organization_id_person_id_fkey" FOREIGN KEY ("organization_id", "person_id") REFERENCES "person"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The borders, and what no row may say.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['report', 'print_token', 'report_schedule', 'report_recipient', 'report_delivery'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I USING (organization_id = (SELECT app_organization_id())) WITH CHECK (organization_id = (SELECT app_organization_id()))', t);
  END LOOP;
END $$;
ALTER TABLE report ADD CHECK (kind IN ('impact-pdf', 'outcomes-csv', 'credits-csv')), ADD CHECK (jsonb_typeof(filter) = 'object'),
  ADD CHECK (paper IN ('a4', 'letter')), ADD CHECK ((paper IS NOT NULL) = (kind = 'impact-pdf')), ADD CHECK (language IN ('fr', 'en')),
  ADD CHECK (state IN ('waiting', 'running', 'done', 'failed')), ADD CHECK (octet_length(sha256) = 32),
  ADD CHECK ((state = 'done') = (sha256 IS NOT NULL AND file_name IS NOT NULL AND size IS NOT NULL));
ALTER TABLE print_token ADD CHECK (octet_length(token_hash) = 32), ADD CHECK (jsonb_typeof(filter) = 'object'), ADD CHECK (language IN ('fr', 'en'));
ALTER TABLE report_schedule ADD CHECK (cadence IN ('month', 'quarter')), ADD CHECK (paper IN ('a4', 'letter')), ADD CHECK (jsonb_typeof(filter) = 'object');
ALTER TABLE report_delivery ADD CHECK (octet_length(token_hash) = 32),
  ADD CHECK (state IN ('waiting', 'sending', 'sent', 'no-right', 'refused', 'unknown', 'dropped'));
