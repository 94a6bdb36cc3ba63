-- Key by key instead of one join: planned while its tables are small or not analysed yet, that join walked every result of the organization
-- for each result of an import.
CREATE OR REPLACE FUNCTION deal_is_counted_once() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE number text; kind text; other record;
BEGIN
  -- As it is when the transaction ends, which may be after the row that woke this.
  SELECT o.external_id, t.value_kind INTO number, kind FROM outcome o JOIN outcome_type t ON t.organization_id = o.organization_id AND t.id = o.type_id
  WHERE o.organization_id = NEW.organization_id AND o.id = NEW.id AND o.state = 'verified';
  IF number IS NULL THEN RETURN NULL; END IF;
  FOR other IN SELECT o.type_id FROM outcome o WHERE o.organization_id = NEW.organization_id AND o.external_id = number AND o.id <> NEW.id AND o.state = 'verified' LOOP
    IF kind = (SELECT t.value_kind FROM outcome_type t WHERE t.organization_id = NEW.organization_id AND t.id = other.type_id) THEN
      RAISE EXCEPTION 'the deal of outcome % is counted already', NEW.id USING ERRCODE = 'check_violation';
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
