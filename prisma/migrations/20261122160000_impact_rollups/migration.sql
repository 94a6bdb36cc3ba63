-- AlterTable
ALTER TABLE "credit" ADD COLUMN     "is_promise_kept" BOOLEAN,
ADD COLUMN     "touch_days" INTEGER;

-- CreateTable
CREATE TABLE "rollup_state" (
    "organization_id" UUID NOT NULL,
    "ledger_version" BIGINT NOT NULL DEFAULT 0,
    "is_stale" BOOLEAN NOT NULL DEFAULT false,
    "folded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rollup_state_pkey" PRIMARY KEY ("organization_id")
);

-- CreateTable
CREATE TABLE "rollup_kind" (
    "organization_id" UUID NOT NULL,
    "grain" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "type_id" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "rung" SMALLINT NOT NULL,
    "results_bp" BIGINT NOT NULL,
    "outcomes" INTEGER NOT NULL,
    "value_minor" DECIMAL(30,0) NOT NULL,
    "potential_minor" DECIMAL(30,0) NOT NULL,
    "promised" INTEGER NOT NULL,
    "kept" INTEGER NOT NULL,

    CONSTRAINT "rollup_kind_pkey" PRIMARY KEY ("organization_id","grain","starts_on","type_id","side","rung")
);

-- CreateTable
CREATE TABLE "rollup_part" (
    "organization_id" UUID NOT NULL,
    "dimension" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "key" UUID NOT NULL,
    "results_bp" BIGINT NOT NULL,
    "outcomes" INTEGER NOT NULL,
    "value_minor" DECIMAL(30,0) NOT NULL,

    CONSTRAINT "rollup_part_pkey" PRIMARY KEY ("organization_id","dimension","starts_on","key")
);

-- CreateTable
CREATE TABLE "rollup_count" (
    "organization_id" UUID NOT NULL,
    "measure" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "side" TEXT NOT NULL,
    "bucket" INTEGER NOT NULL,
    "outcomes" INTEGER NOT NULL,

    CONSTRAINT "rollup_count_pkey" PRIMARY KEY ("organization_id","measure","starts_on","side","bucket")
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['rollup_state', 'rollup_kind', 'rollup_part', 'rollup_count'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I USING (organization_id = (SELECT app_organization_id())) WITH CHECK (organization_id = (SELECT app_organization_id()))', t);
  END LOOP;
END $$;
ALTER TABLE rollup_kind ADD CHECK (grain IN ('day', 'month'));
ALTER TABLE rollup_part ADD CHECK (dimension IN ('team', 'own-team', 'person', 'channel', 'skill', 'program', 'objective'));
ALTER TABLE rollup_count ADD CHECK (measure IN ('verify', 'touch', 'size'));
-- Folded again and again: room on the page for the new version of a row.
ALTER TABLE rollup_kind SET (fillfactor = 80);
ALTER TABLE rollup_part SET (fillfactor = 80);
ALTER TABLE rollup_count SET (fillfactor = 80);

-- Sums of teams above are of a tree: when it changes, whatever was folded waits to be folded anew.
CREATE FUNCTION stale_rollups() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE rollup_state SET is_stale = true WHERE organization_id = coalesce(NEW.organization_id, OLD.organization_id) AND NOT is_stale;
  RETURN NULL;
END $$;
CREATE TRIGGER stale_rollups AFTER INSERT OR UPDATE OR DELETE ON team_placement FOR EACH ROW EXECUTE FUNCTION stale_rollups();

-- In which bucket a value in minor units is counted: steps of about 1.6 %, so that a median is looked for among few. −1: nothing.
CREATE FUNCTION value_bucket(minor numeric) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT CASE WHEN minor <= 0 THEN -1 ELSE floor(ln(minor::float8) * 64)::int END $$;

-- The few values of a bucket, and what no rate is known for.
CREATE INDEX outcome_size_partial ON outcome (organization_id, side, value_bucket(reporting_minor), occurred_on) WHERE state = 'verified' AND reporting_minor IS NOT NULL;
CREATE INDEX credit_not_converted_partial ON credit (organization_id, effective_on) WHERE value_minor IS NOT NULL AND reporting_minor IS NULL;

CREATE OR REPLACE FUNCTION credit_reversal_is_exact() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE o credit;
BEGIN
  SELECT * INTO o FROM credit WHERE organization_id = NEW.organization_id AND id = NEW.reverses;
  IF o.id IS NULL OR o.reverses IS NOT NULL OR (o.outcome_id, o.revision, o.person_id, o.weight, o.value_kind, o.effective_on, o.side, o.rung, o.type_id, o.is_lead)
      IS DISTINCT FROM (NEW.outcome_id, NEW.revision, NEW.person_id, NEW.weight, NEW.value_kind, NEW.effective_on, NEW.side, NEW.rung, NEW.type_id, NEW.is_lead)
    OR (o.currency, o.digits, o.team_id, o.skill_id, o.program_id, o.objective_id) IS DISTINCT FROM (NEW.currency, NEW.digits, NEW.team_id, NEW.skill_id, NEW.program_id, NEW.objective_id)
    OR (o.days_to_verify, o.is_promise_kept, o.touch_days, o.is_imported) IS DISTINCT FROM (NEW.days_to_verify, NEW.is_promise_kept, NEW.touch_days, NEW.is_imported)
    OR (-o.count_bp, -o.value_minor, -o.reporting_minor) IS DISTINCT FROM (NEW.count_bp, NEW.value_minor, NEW.reporting_minor)
  THEN
    RAISE EXCEPTION 'not the exact opposite of credit %', NEW.reverses USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

-- The last version recorded before an instant. Versions grow with time, so it is looked for by halving; 0: nothing was recorded yet.
CREATE FUNCTION ledger_version_before(o uuid, instant timestamptz) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
DECLARE low bigint := 0; high bigint; middle bigint; at timestamptz; found bigint;
BEGIN
  SELECT v.ledger_version INTO high FROM organization_version v WHERE v.organization_id = o;
  high := coalesce(high, 0);
  WHILE low < high LOOP
    middle := (low + high + 1) / 2;
    SELECT c.ledger_version, c.recorded_at INTO found, at FROM credit c WHERE c.organization_id = o AND c.ledger_version <= middle ORDER BY c.ledger_version DESC LIMIT 1;
    IF found IS NULL OR found <= low THEN low := middle;
    ELSIF at < instant THEN low := middle;
    ELSE high := found - 1;
    END IF;
  END LOOP;
  RETURN low;
END $$;
