-- CreateTable
CREATE TABLE "program" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "title" TEXT NOT NULL,
    "why" TEXT NOT NULL DEFAULT '',
    "objective_id" UUID,
    "owner_id" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "budget_minor" BIGINT,
    "hours" INTEGER,
    "waves" SMALLINT NOT NULL DEFAULT 1,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "program_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "program_channel" (
    "organization_id" UUID NOT NULL,
    "program_id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,

    CONSTRAINT "program_channel_pkey" PRIMARY KEY ("organization_id","program_id","channel_id")
);

-- CreateTable
CREATE TABLE "program_coach" (
    "organization_id" UUID NOT NULL,
    "program_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "program_coach_pkey" PRIMARY KEY ("organization_id","program_id","person_id")
);

-- CreateTable
CREATE TABLE "program_participant" (
    "organization_id" UUID NOT NULL,
    "program_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "invited_at" TIMESTAMPTZ(3),
    "invited_by_id" UUID,
    "declined_at" TIMESTAMPTZ(3),
    "joined_on" DATE,
    "left_on" DATE,
    "wave" SMALLINT,

    CONSTRAINT "program_participant_pkey" PRIMARY KEY ("organization_id","program_id","person_id")
);

-- CreateTable
CREATE TABLE "program_account" (
    "organization_id" UUID NOT NULL,
    "program_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "named_on" DATE NOT NULL,
    "taken_back_on" DATE,

    CONSTRAINT "program_account_pkey" PRIMARY KEY ("organization_id","program_id","account_id")
);

-- CreateIndex
CREATE INDEX "program_organization_id_objective_id_idx" ON "program"("organization_id", "objective_id");

-- CreateIndex
CREATE INDEX "program_organization_id_owner_id_idx" ON "program"("organization_id", "owner_id");

-- CreateIndex
CREATE INDEX "program_channel_organization_id_channel_id_idx" ON "program_channel"("organization_id", "channel_id");

-- CreateIndex
CREATE INDEX "program_coach_organization_id_person_id_idx" ON "program_coach"("organization_id", "person_id");

-- CreateIndex
CREATE INDEX "program_participant_organization_id_person_id_idx" ON "program_participant"("organization_id", "person_id");

-- CreateIndex
CREATE INDEX "program_participant_organization_id_invited_by_id_idx" ON "program_participant"("organization_id", "invited_by_id");

-- CreateIndex
CREATE INDEX "program_account_organization_id_account_id_idx" ON "program_account"("organization_id", "account_id");

-- CreateIndex
CREATE INDEX "program_account_organization_id_program_id_person_id_idx" ON "program_account"("organization_id", "program_id", "person_id");

-- AddForeignKey
ALTER TABLE "credit" ADD CONSTRAINT "credit_organization_id_program_id_fkey" FOREIGN KEY ("organization_id", "program_id") REFERENCES "program"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_organization_id_program_id_fkey" FOREIGN KEY ("organization_id", "program_id") REFERENCES "program"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program" ADD CONSTRAINT "program_organization_id_objective_id_fkey" FOREIGN KEY ("organization_id", "objective_id") REFERENCES "objective"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program" ADD CONSTRAINT "program_organization_id_owner_id_fkey" FOREIGN KEY ("organization_id", "owner_id") REFERENCES "person"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program_channel" ADD CONSTRAINT "program_channel_organization_id_program_id_fkey" FOREIGN KEY ("organization_id", "program_id") REFERENCES "program"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program_channel" ADD CONSTRAINT "program_channel_organization_id_channel_id_fkey" FOREIGN KEY ("organization_id", "channel_id") REFERENCES "channel"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program_coach" ADD CONSTRAINT "program_coach_organization_id_program_id_fkey" FOREIGN KEY ("organization_id", "program_id") REFERENCES "program"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program_coach" ADD CONSTRAINT "program_coach_organization_id_person_id_fkey" FOREIGN KEY ("organization_id", "person_id") REFERENCES "person"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program_participant" ADD CONSTRAINT "program_participant_organization_id_program_id_fkey" FOREIGN KEY ("organization_id", "program_id") REFERENCES "program"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program_participant" ADD CONSTRAINT "program_participant_organization_id_person_id_fkey" FOREIGN KEY ("organization_id", "person_id") REFERENCES "person"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program_participant" ADD CONSTRAINT "program_participant_organization_id_invited_by_id_fkey" FOREIGN KEY ("organization_id", "invited_by_id") REFERENCES "person"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program_account" ADD CONSTRAINT "program_account_organization_id_program_id_person_id_fkey" FOREIGN KEY ("organization_id", "program_id", "person_id") REFERENCES "program_participant"("organization_id", "program_id", "person_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program_account" ADD CONSTRAINT "program_account_organization_id_account_id_fkey" FOREIGN KEY ("organization_id", "account_id") REFERENCES "social_account"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE program ADD CHECK (form IN ('targeted', 'mass')), ADD CHECK (from_day <= to_day), ADD CHECK (budget_minor >= 0), ADD CHECK (hours >= 0), ADD CHECK (waves >= 1);
ALTER TABLE program_participant ADD CHECK (joined_on IS NOT NULL OR invited_at IS NOT NULL), ADD CHECK (left_on >= joined_on),
  ADD CHECK (left_on IS NULL OR joined_on IS NOT NULL), ADD CHECK ((joined_on IS NULL) = (wave IS NULL));
ALTER TABLE program ENABLE ROW LEVEL SECURITY;
ALTER TABLE program FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON program USING (organization_id = (SELECT app_organization_id())) WITH CHECK (organization_id = (SELECT app_organization_id()));
ALTER TABLE program_channel ENABLE ROW LEVEL SECURITY;
ALTER TABLE program_channel FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON program_channel USING (organization_id = (SELECT app_organization_id())) WITH CHECK (organization_id = (SELECT app_organization_id()));
ALTER TABLE program_coach ENABLE ROW LEVEL SECURITY;
ALTER TABLE program_coach FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON program_coach USING (organization_id = (SELECT app_organization_id())) WITH CHECK (organization_id = (SELECT app_organization_id()));
ALTER TABLE program_participant ENABLE ROW LEVEL SECURITY;
ALTER TABLE program_participant FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON program_participant USING (organization_id = (SELECT app_organization_id())) WITH CHECK (organization_id = (SELECT app_organization_id()));
ALTER TABLE program_account ENABLE ROW LEVEL SECURITY;
ALTER TABLE program_account FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON program_account USING (organization_id = (SELECT app_organization_id())) WITH CHECK (organization_id = (SELECT app_organization_id()));

-- What came of a program is found without walking the ledger; results that name none cost nothing here.
CREATE INDEX credit_program_partial ON credit (organization_id, program_id, effective_on)
  INCLUDE (count_bp, reporting_minor, value_kind, type_id, team_id, ledger_version) WHERE program_id IS NOT NULL;
CREATE INDEX outcome_program_partial ON outcome (organization_id, program_id, occurred_on DESC, id DESC) WHERE program_id IS NOT NULL;
