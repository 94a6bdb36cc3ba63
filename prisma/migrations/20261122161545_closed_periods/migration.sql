-- CreateTable
CREATE TABLE "closed_period" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "code" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "round" SMALLINT NOT NULL,
    "ledger_version" BIGINT NOT NULL,
    "facts_version" BIGINT NOT NULL,
    "closed_by_id" UUID,
    "closed_at" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "figures" JSONB NOT NULL,

    CONSTRAINT "closed_period_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "reopened_period" (
    "organization_id" UUID NOT NULL,
    "closing_id" UUID NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "words" TEXT NOT NULL,

    CONSTRAINT "reopened_period_pkey" PRIMARY KEY ("organization_id","closing_id")
);

-- CreateIndex
CREATE INDEX "closed_period_organization_id_closed_by_id_idx" ON "closed_period"("organization_id", "closed_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "closed_period_organization_id_from_day_to_day_round_key" ON "closed_period"("organization_id", "from_day", "to_day", "round");

-- CreateIndex
CREATE INDEX "reopened_period_organization_id_by_id_idx" ON "reopened_period"("organization_id", "by_id");

-- AddForeignKey
ALTER TABLE "closed_period" ADD CONSTRAINT "closed_period_organization_id_closed_by_id_fkey" FOREIGN KEY ("organization_id", "closed_by_id") REFERENCES "person"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reopened_period" ADD CONSTRAINT "reopened_period_organization_id_closing_id_fkey" FOREIGN KEY ("organization_id", "closing_id") REFERENCES "closed_period"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reopened_period" ADD CONSTRAINT "reopened_period_organization_id_by_id_fkey" FOREIGN KEY ("organization_id", "by_id") REFERENCES "person"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE closed_period ADD CHECK (from_day <= to_day), ADD CHECK (round > 0);
ALTER TABLE closed_period ENABLE ROW LEVEL SECURITY;
ALTER TABLE closed_period FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON closed_period USING (organization_id = (SELECT app_organization_id())) WITH CHECK (organization_id = (SELECT app_organization_id()));
ALTER TABLE reopened_period ENABLE ROW LEVEL SECURITY;
ALTER TABLE reopened_period FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON reopened_period USING (organization_id = (SELECT app_organization_id())) WITH CHECK (organization_id = (SELECT app_organization_id()));
