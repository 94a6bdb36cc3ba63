-- AlterTable
ALTER TABLE "outcome_channel" ADD COLUMN     "is_verified" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "sent_on" DATE;

-- AlterTable
ALTER TABLE "evidence" ADD COLUMN     "is_verified" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "sent_on" DATE;

-- Twelve months of everybody in one row a person, from whichever month on.
TRUNCATE rollup_state, rollup_kind, rollup_part, rollup_count;
ALTER TABLE rollup_part DROP CONSTRAINT rollup_part_dimension_check,
  ADD CHECK (dimension IN ('team', 'own-team', 'person', 'person-quarter', 'person-twelve', 'channel', 'skill', 'program', 'objective'));

-- The few values around a middle. `value_bucket` is not leakproof: below a policy it is never asked of an index, comparing numbers is.
DROP INDEX outcome_size_partial;
CREATE INDEX outcome_amount_cover ON outcome (organization_id, side, reporting_minor) INCLUDE (occurred_on, type_id)
  WHERE state = 'verified' AND reporting_minor IS NOT NULL;

-- Which accounts the results of a period name, without visiting the results: their day and state stand beside the account.
CREATE FUNCTION name_accounts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE day date := CASE WHEN NEW.state IN ('submitted', 'second-look', 'changes-requested', 'verified') THEN NEW.occurred_on END;
BEGIN
  UPDATE outcome_channel x SET sent_on = day, is_verified = NEW.state = 'verified' WHERE x.organization_id = NEW.organization_id AND x.outcome_id = NEW.id
    AND x.account_id IS NOT NULL;
  UPDATE evidence x SET sent_on = day, is_verified = NEW.state = 'verified' WHERE x.organization_id = NEW.organization_id AND x.outcome_id = NEW.id
    AND x.account_id IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER name_accounts AFTER UPDATE OF state, occurred_on ON outcome FOR EACH ROW
  WHEN ((OLD.state, OLD.occurred_on) IS DISTINCT FROM (NEW.state, NEW.occurred_on)) EXECUTE FUNCTION name_accounts();
-- After the statement, since the same one may have brought the result.
CREATE FUNCTION name_account() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE o record;
BEGIN
  SELECT CASE WHEN x.state IN ('submitted', 'second-look', 'changes-requested', 'verified') THEN x.occurred_on END AS day, x.state = 'verified' AS is_verified INTO o
  FROM outcome x WHERE x.organization_id = NEW.organization_id AND x.id = NEW.outcome_id;
  IF TG_TABLE_NAME = 'evidence' THEN
    UPDATE evidence x SET sent_on = o.day, is_verified = o.is_verified WHERE x.organization_id = NEW.organization_id AND x.id = NEW.id;
  ELSE
    UPDATE outcome_channel x SET sent_on = o.day, is_verified = o.is_verified WHERE x.organization_id = NEW.organization_id AND x.id = NEW.id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER name_account AFTER INSERT OR UPDATE OF outcome_id, account_id ON outcome_channel FOR EACH ROW WHEN (NEW.account_id IS NOT NULL)
  EXECUTE FUNCTION name_account();
CREATE TRIGGER name_account AFTER INSERT OR UPDATE OF outcome_id, account_id ON evidence FOR EACH ROW WHEN (NEW.account_id IS NOT NULL)
  EXECUTE FUNCTION name_account();

-- What is there already; the owner steps over the borders for these two statements.
ALTER TABLE outcome NO FORCE ROW LEVEL SECURITY;
ALTER TABLE outcome_channel NO FORCE ROW LEVEL SECURITY;
ALTER TABLE evidence NO FORCE ROW LEVEL SECURITY;
UPDATE outcome_channel x SET sent_on = o.occurred_on, is_verified = o.state = 'verified' FROM outcome o WHERE o.organization_id = x.organization_id
  AND o.id = x.outcome_id AND x.account_id IS NOT NULL AND o.state IN ('submitted', 'second-look', 'changes-requested', 'verified');
UPDATE evidence x SET sent_on = o.occurred_on, is_verified = o.state = 'verified' FROM outcome o WHERE o.organization_id = x.organization_id
  AND o.id = x.outcome_id AND x.account_id IS NOT NULL AND o.state IN ('submitted', 'second-look', 'changes-requested', 'verified');
ALTER TABLE outcome FORCE ROW LEVEL SECURITY;
ALTER TABLE outcome_channel FORCE ROW LEVEL SECURITY;
ALTER TABLE evidence FORCE ROW LEVEL SECURITY;
CREATE INDEX outcome_channel_account_cover ON outcome_channel (organization_id, sent_on) INCLUDE (account_id, is_verified) WHERE account_id IS NOT NULL;
CREATE INDEX evidence_account_cover ON evidence (organization_id, sent_on) INCLUDE (account_id, is_verified) WHERE account_id IS NOT NULL;
DROP INDEX outcome_sent_cover;
