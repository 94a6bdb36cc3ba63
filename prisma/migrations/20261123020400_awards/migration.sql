-- CreateTable
CREATE TABLE "award" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID,
    "team_id" UUID,
    "giver_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by_id" UUID,
    "revoked_reason" TEXT,
    "hidden_at" TIMESTAMPTZ(3),

    CONSTRAINT "award_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "award_person" (
    "organization_id" UUID NOT NULL,
    "award_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "award_person_pkey" PRIMARY KEY ("organization_id","award_id","person_id")
);

-- CreateTable
CREATE TABLE "award_result" (
    "organization_id" UUID NOT NULL,
    "award_id" UUID NOT NULL,
    "outcome_id" UUID NOT NULL,

    CONSTRAINT "award_result_pkey" PRIMARY KEY ("organization_id","award_id","outcome_id")
);

-- CreateTable
CREATE TABLE "recognition_setting" (
    "organization_id" UUID NOT NULL,
    "own_trend" TEXT NOT NULL DEFAULT 'off',

    CONSTRAINT "recognition_setting_pkey" PRIMARY KEY ("organization_id")
);

-- CreateIndex
CREATE INDEX "award_organization_id_person_id_at_idx" ON "award"("organization_id", "person_id", "at");

-- CreateIndex
CREATE INDEX "award_organization_id_team_id_at_idx" ON "award"("organization_id", "team_id", "at");

-- CreateIndex
CREATE INDEX "award_organization_id_giver_id_idx" ON "award"("organization_id", "giver_id");

-- CreateIndex
CREATE INDEX "award_organization_id_revoked_by_id_idx" ON "award"("organization_id", "revoked_by_id");

-- CreateIndex
CREATE INDEX "award_person_organization_id_person_id_idx" ON "award_person"("organization_id", "person_id");

-- CreateIndex
CREATE INDEX "award_result_organization_id_outcome_id_idx" ON "award_result"("organization_id", "outcome_id");

-- AddForeignKey
ALTER TABLE "award" ADD CONSTRAINT "award_organization_id_person_id_fkey" FOREIGN KEY ("organization_id", "person_id") REFERENCES "person"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award" ADD CONSTRAINT "award_organization_id_team_id_fkey" FOREIGN KEY ("organization_id", "team_id") REFERENCES "team"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award" ADD CONSTRAINT "award_organization_id_giver_id_fkey" FOREIGN KEY ("organization_id", "giver_id") REFERENCES "person"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award" ADD CONSTRAINT "award_organization_id_revoked_by_id_fkey" FOREIGN KEY ("organization_id", "revoked_by_id") REFERENCES "person"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_person" ADD CONSTRAINT "award_person_organization_id_award_id_fkey" FOREIGN KEY ("organization_id", "award_id") REFERENCES "award"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_person" ADD CONSTRAINT "award_person_organization_id_person_id_fkey" FOREIGN KEY ("organization_id", "person_id") REFERENCES "person"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_result" ADD CONSTRAINT "award_result_organization_id_award_id_fkey" FOREIGN KEY ("organization_id", "award_id") REFERENCES "award"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_result" ADD CONSTRAINT "award_result_organization_id_outcome_id_fkey" FOREIGN KEY ("organization_id", "outcome_id") REFERENCES "outcome"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE award ADD CHECK ((person_id IS NULL) <> (team_id IS NULL)), ADD CHECK (person_id IS DISTINCT FROM giver_id),
  ADD CHECK ((revoked_at IS NULL) = (revoked_by_id IS NULL)), ADD CHECK (revoked_reason IS NULL OR revoked_at IS NOT NULL);
ALTER TABLE recognition_setting ADD CHECK (own_trend IN ('off', 'on', 'ruled-out'));
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['award', 'award_person', 'award_result', 'recognition_setting'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I USING (organization_id = (SELECT app_organization_id())) WITH CHECK (organization_id = (SELECT app_organization_id()))', t);
  END LOOP;
END $$;

-- Ruled out for good: no statement of whoever administers brings it back.
CREATE FUNCTION keep_ruled_out() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.own_trend = 'ruled-out' AND (TG_OP = 'DELETE' OR NEW.own_trend <> 'ruled-out') THEN
    RAISE EXCEPTION 'own trend is ruled out for good';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER keep_ruled_out BEFORE UPDATE OR DELETE ON recognition_setting FOR EACH ROW EXECUTE FUNCTION keep_ruled_out();
