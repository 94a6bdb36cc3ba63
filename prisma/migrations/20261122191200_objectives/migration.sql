-- CreateTable
CREATE TABLE "objective" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "team_id" UUID,
    "parent_id" UUID,
    "owner_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "why" TEXT NOT NULL DEFAULT '',
    "measure" TEXT NOT NULL,
    "target" BIGINT NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "objective_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "objective_type" (
    "organization_id" UUID NOT NULL,
    "objective_id" UUID NOT NULL,
    "type_id" UUID NOT NULL,

    CONSTRAINT "objective_type_pkey" PRIMARY KEY ("organization_id","objective_id","type_id")
);

-- CreateIndex
CREATE INDEX "objective_organization_id_parent_id_idx" ON "objective"("organization_id", "parent_id");

-- CreateIndex
CREATE INDEX "objective_organization_id_team_id_idx" ON "objective"("organization_id", "team_id");

-- CreateIndex
CREATE INDEX "objective_organization_id_owner_id_idx" ON "objective"("organization_id", "owner_id");

-- CreateIndex
CREATE INDEX "objective_type_organization_id_type_id_idx" ON "objective_type"("organization_id", "type_id");

-- AddForeignKey
ALTER TABLE "credit" ADD CONSTRAINT "credit_organization_id_objective_id_fkey" FOREIGN KEY ("organization_id", "objective_id") REFERENCES "objective"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "objective" ADD CONSTRAINT "objective_organization_id_team_id_fkey" FOREIGN KEY ("organization_id", "team_id") REFERENCES "team"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objective" ADD CONSTRAINT "objective_organization_id_parent_id_fkey" FOREIGN KEY ("organization_id", "parent_id") REFERENCES "objective"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objective" ADD CONSTRAINT "objective_organization_id_owner_id_fkey" FOREIGN KEY ("organization_id", "owner_id") REFERENCES "person"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objective_type" ADD CONSTRAINT "objective_type_organization_id_objective_id_fkey" FOREIGN KEY ("organization_id", "objective_id") REFERENCES "objective"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objective_type" ADD CONSTRAINT "objective_type_organization_id_type_id_fkey" FOREIGN KEY ("organization_id", "type_id") REFERENCES "outcome_type"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_organization_id_objective_id_fkey" FOREIGN KEY ("organization_id", "objective_id") REFERENCES "objective"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE objective ADD CHECK (measure IN ('results', 'value')), ADD CHECK (target > 0), ADD CHECK (from_day <= to_day), ADD CHECK (parent_id IS DISTINCT FROM id);
ALTER TABLE objective ENABLE ROW LEVEL SECURITY;
ALTER TABLE objective FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON objective USING (organization_id = (SELECT app_organization_id())) WITH CHECK (organization_id = (SELECT app_organization_id()));
ALTER TABLE objective_type ENABLE ROW LEVEL SECURITY;
ALTER TABLE objective_type FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON objective_type USING (organization_id = (SELECT app_organization_id())) WITH CHECK (organization_id = (SELECT app_organization_id()));

-- What served an objective is found without walking the ledger; results that serve none cost nothing here.
CREATE INDEX credit_objective_partial ON credit (organization_id, objective_id, effective_on)
  INCLUDE (count_bp, reporting_minor, value_kind, type_id, team_id, ledger_version) WHERE objective_id IS NOT NULL;
CREATE INDEX outcome_objective_partial ON outcome (organization_id, objective_id, occurred_on DESC, id DESC) WHERE objective_id IS NOT NULL;
