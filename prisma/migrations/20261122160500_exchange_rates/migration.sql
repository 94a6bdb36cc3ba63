-- AlterTable
ALTER TABLE "outcome" ADD COLUMN     "conversion" JSONB;

-- CreateTable
CREATE TABLE "rate_load" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "source" TEXT NOT NULL,
    "file_name" TEXT,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "first_day" DATE NOT NULL,
    "last_day" DATE NOT NULL,
    "added" INTEGER NOT NULL,
    "corrected" INTEGER NOT NULL,
    "unchanged" INTEGER NOT NULL,
    "kept" INTEGER NOT NULL,

    CONSTRAINT "rate_load_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "exchange_rate" (
    "organization_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "day" DATE NOT NULL,
    "revision" SMALLINT NOT NULL,
    "per_euro" DECIMAL,
    "load_id" UUID NOT NULL,

    CONSTRAINT "exchange_rate_pkey" PRIMARY KEY ("organization_id","currency","day","revision")
);

-- CreateIndex
CREATE INDEX "rate_load_organization_id_by_id_idx" ON "rate_load"("organization_id", "by_id");

-- CreateIndex
CREATE INDEX "exchange_rate_organization_id_load_id_idx" ON "exchange_rate"("organization_id", "load_id");

-- AddForeignKey
ALTER TABLE "rate_load" ADD CONSTRAINT "rate_load_organization_id_by_id_fkey" FOREIGN KEY ("organization_id", "by_id") REFERENCES "person"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exchange_rate" ADD CONSTRAINT "exchange_rate_organization_id_load_id_fkey" FOREIGN KEY ("organization_id", "load_id") REFERENCES "rate_load"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE rate_load ADD CHECK (source IN ('published', 'own', 'typed')), ADD CHECK (first_day <= last_day);
ALTER TABLE exchange_rate ADD CHECK (per_euro > 0), ADD CHECK (revision > 0), ADD CHECK (currency <> 'EUR');
-- What waits for a rate: little or nothing once rates are loaded, among however many outcomes.
CREATE INDEX outcome_unconverted_partial ON outcome (organization_id, id) WHERE reporting_minor IS NULL AND value_minor IS NOT NULL;
ALTER TABLE rate_load ENABLE ROW LEVEL SECURITY;
ALTER TABLE rate_load FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON rate_load USING (organization_id = (SELECT app_organization_id())) WITH CHECK (organization_id = (SELECT app_organization_id()));
ALTER TABLE exchange_rate ENABLE ROW LEVEL SECURITY;
ALTER TABLE exchange_rate FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON exchange_rate USING (organization_id = (SELECT app_organization_id())) WITH CHECK (organization_id = (SELECT app_organization_id()));
