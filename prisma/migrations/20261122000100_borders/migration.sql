-- What Prisma cannot say: the borders between organizations, the append-only tables, dated exclusion, search.
-- No role and no password stands here: roles belong to the operator, grants to packages/db/src/setup.ts.

CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS btree_gin;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- A pooled session has '' and not NULL after a transaction.
CREATE FUNCTION app_organization_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.organization_id', true), '')::uuid $$;
CREATE FUNCTION app_user_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.user_id', true), '')::uuid $$;

-- Row-level security, forced on the owner too, on every table that has an organization. The sub-select is evaluated once a statement.
DO $$
DECLARE t text;
BEGIN
  FOR t IN
    SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE n.nspname = 'public' AND c.relkind = 'r' AND a.attname = 'organization_id' AND NOT a.attisdropped
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I USING (organization_id = (SELECT app_organization_id())) WITH CHECK (organization_id = (SELECT app_organization_id()))', t);
  END LOOP;
END $$;

-- Somebody who has signed in but has not yet chosen may see which organizations they belong to, and nothing else.
CREATE POLICY own ON membership FOR SELECT USING (user_id = (SELECT app_user_id()));

-- Append only, to everybody, the owner included.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['credit', 'credit_channel', 'event'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t);
    EXECUTE format('CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;

-- A reversal is the exact opposite of the entry it names, each dimension copied.
CREATE FUNCTION credit_reversal_is_exact() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE o credit;
BEGIN
  SELECT * INTO o FROM credit WHERE organization_id = NEW.organization_id AND id = NEW.reverses;
  IF o.id IS NULL OR o.reverses IS NOT NULL OR (o.outcome_id, o.revision, o.person_id, o.weight, o.value_kind, o.effective_on, o.side, o.rung, o.type_id, o.is_lead)
      IS DISTINCT FROM (NEW.outcome_id, NEW.revision, NEW.person_id, NEW.weight, NEW.value_kind, NEW.effective_on, NEW.side, NEW.rung, NEW.type_id, NEW.is_lead)
    OR (o.currency, o.digits, o.team_id, o.skill_id, o.program_id, o.objective_id) IS DISTINCT FROM (NEW.currency, NEW.digits, NEW.team_id, NEW.skill_id, NEW.program_id, NEW.objective_id)
    OR (-o.count_bp, -o.value_minor, -o.reporting_minor) IS DISTINCT FROM (NEW.count_bp, NEW.value_minor, NEW.reporting_minor)
  THEN
    RAISE EXCEPTION 'not the exact opposite of credit %', NEW.reverses USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER reversal_is_exact BEFORE INSERT ON credit FOR EACH ROW WHEN (NEW.reverses IS NOT NULL) EXECUTE FUNCTION credit_reversal_is_exact();

-- Conservation: each touched outcome sums to one whole result and to its value, or to nothing.
CREATE FUNCTION credit_conserves() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE bp bigint; v numeric; stated numeric;
BEGIN
  SELECT coalesce(sum(count_bp), 0), coalesce(sum(value_minor), 0) INTO bp, v
  FROM credit WHERE organization_id = NEW.organization_id AND outcome_id = NEW.outcome_id;
  SELECT coalesce(value_minor, 0) INTO stated FROM outcome WHERE organization_id = NEW.organization_id AND id = NEW.outcome_id;
  IF NOT ((bp = 0 AND v = 0) OR (bp = 10000 AND v = stated)) THEN
    RAISE EXCEPTION 'credits of outcome % add up to % bp and % of % minor units', NEW.outcome_id, bp, v, stated USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER conserves AFTER INSERT ON credit DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION credit_conserves();

-- Dated, half open, never two at once.
ALTER TABLE team_placement ADD CONSTRAINT team_placement_dates CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from < valid_to),
  ADD CONSTRAINT team_placement_not_below_itself CHECK (parent_id IS DISTINCT FROM team_id),
  ADD CONSTRAINT team_placement_excl EXCLUDE USING gist (organization_id WITH =, team_id WITH =, daterange(valid_from, valid_to, '[)') WITH &&);
ALTER TABLE team_membership ADD CONSTRAINT team_membership_dates CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from < valid_to),
  ADD CONSTRAINT team_membership_excl EXCLUDE USING gist (organization_id WITH =, person_id WITH =, daterange(valid_from, valid_to, '[)') WITH &&);

-- Closed lists and limits, once more at the last door.
ALTER TABLE organization ADD CHECK (fiscal_year_start_month BETWEEN 1 AND 12), ADD CHECK (week_starts_on BETWEEN 1 AND 7), ADD CHECK (promise_days BETWEEN 1 AND 60),
  ADD CHECK (verified_visibility IN ('everyone', 'reach')), ADD CHECK (value_visibility IN ('everyone', 'reach')), ADD CHECK (second_look_minor > 0);
ALTER TABLE organization_directory ADD CHECK (slug ~ '^[a-z0-9](-?[a-z0-9]){1,39}$');
ALTER TABLE role_grant ADD CHECK (role IN ('executive', 'administrator', 'reviewer'));
ALTER TABLE access_link ADD CHECK (kind IN ('invitation', 'password-reset'));
ALTER TABLE person ADD CHECK (status IN ('active', 'left', 'erased'));
ALTER TABLE social_account ADD CHECK (purpose IN ('work', 'personal-work')), ADD CHECK (visibility IN ('me', 'managers', 'organization'));
ALTER TABLE outcome_type ADD CHECK (value_kind IN ('realised', 'potential', 'none')), ADD CHECK (pigment BETWEEN 1 AND 8);
ALTER TABLE channel ADD CHECK (kind IN ('social', 'conventional'));
ALTER TABLE outcome
  ADD CHECK (state IN ('draft', 'submitted', 'second-look', 'changes-requested', 'verified', 'declined', 'withdrawn', 'merged')),
  ADD CHECK (side IN ('social', 'conventional', 'both', 'not-stated')), ADD CHECK (rung BETWEEN 1 AND 5),
  ADD CHECK (value_minor >= 0), ADD CHECK ((value_minor IS NULL) = (currency IS NULL) AND (currency IS NULL) = (digits IS NULL)),
  ADD CHECK (state = 'draft' OR (type_id IS NOT NULL AND occurred_on IS NOT NULL));
ALTER TABLE contributor ADD CHECK (role IN ('lead', 'support', 'coach', 'shadow')), ADD CHECK (weight BETWEEN 0 AND 1000000);
ALTER TABLE evidence ADD CHECK (kind IN ('link', 'crm'));
ALTER TABLE credit ADD CHECK (side IN ('social', 'conventional', 'both', 'not-stated')), ADD CHECK (rung BETWEEN 4 AND 5),
  ADD CHECK (value_kind IN ('realised', 'potential', 'none')), ADD CHECK ((value_minor IS NULL) = (currency IS NULL) AND (currency IS NULL) = (digits IS NULL));
ALTER TABLE import ADD CHECK (kind IN ('people', 'deals')),
  ADD CHECK (state IN ('uploaded', 'ready', 'checking', 'checked', 'running', 'done', 'failed', 'undoing', 'undone'));
ALTER TABLE import_row ADD CHECK (result IN ('added', 'updated', 'unchanged', 'left-out', 'faulty'));

-- A deal of the CRM is imported once.
CREATE UNIQUE INDEX outcome_external_partial ON outcome (organization_id, external_id) WHERE import_id IS NOT NULL AND external_id IS NOT NULL;

-- Search: French and English word forms, accents aside. A plain unaccent() in a stored column is refused as not immutable, so it stands in the configuration.
CREATE TEXT SEARCH CONFIGURATION oeuvre_fr (COPY = french);
ALTER TEXT SEARCH CONFIGURATION oeuvre_fr ALTER MAPPING FOR hword, hword_part, word WITH unaccent, french_stem;
CREATE TEXT SEARCH CONFIGURATION oeuvre_en (COPY = english);
ALTER TEXT SEARCH CONFIGURATION oeuvre_en ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;
ALTER TABLE outcome ADD COLUMN search tsvector GENERATED ALWAYS AS (
  setweight(to_tsvector('oeuvre_fr', title || ' ' || subject), 'A') || setweight(to_tsvector('oeuvre_en', title || ' ' || subject), 'A') ||
  setweight(to_tsvector('oeuvre_fr', story_situation || ' ' || story_action || ' ' || story_result), 'C') ||
  setweight(to_tsvector('oeuvre_en', story_situation || ' ' || story_action || ' ' || story_result), 'C')) STORED;
CREATE INDEX outcome_search ON outcome USING gin (organization_id, search);
CREATE INDEX person_name_trgm ON person USING gin (organization_id, name_key gin_trgm_ops);
CREATE INDEX outcome_subject_trgm ON outcome USING gin (organization_id, subject_key gin_trgm_ops);

-- Lists: newest first within an organization, and the review queue oldest first.
CREATE INDEX outcome_list_cover ON outcome (organization_id, occurred_on DESC, id DESC) WHERE state <> 'draft';
CREATE INDEX outcome_queue_partial ON outcome (organization_id, submitted_at, id) WHERE state IN ('submitted', 'second-look');
CREATE INDEX outcome_author_partial ON outcome (organization_id, author_id, updated_at DESC) WHERE state IN ('draft', 'changes-requested', 'submitted', 'second-look');
-- The impact page reads the ledger by day and dimension without visiting the table.
CREATE INDEX credit_figures_cover ON credit (organization_id, effective_on)
  INCLUDE (count_bp, value_minor, reporting_minor, currency, value_kind, side, type_id, team_id, person_id, outcome_id, is_lead, ledger_version);

-- The gate: who acts, from session and address, in one statement. Sets the organization for this transaction.
-- NULL: no session. {"organizationId": null}: signed in, but no such organization for this user.
CREATE FUNCTION open_actor(p_token text, p_slug text) RETURNS jsonb LANGUAGE plpgsql VOLATILE AS $$
DECLARE u "user"; o uuid; org organization; p person; today date; managed uuid[]; reach uuid[];
BEGIN
  SELECT x.* INTO u FROM session s JOIN "user" x ON x.id = s.user_id WHERE s.token = p_token AND s.expires_at > now();
  IF u.id IS NULL THEN RETURN NULL; END IF;
  SELECT d.id INTO o FROM organization_directory d WHERE d.slug = p_slug;
  IF o IS NULL THEN RETURN jsonb_build_object('organizationId', NULL); END IF;
  PERFORM set_config('app.organization_id', o::text, true);
  SELECT x.* INTO org FROM organization x WHERE x.organization_id = o;
  today := (now() AT TIME ZONE org.time_zone)::date;
  SELECT x.* INTO p FROM membership m JOIN person x ON x.organization_id = m.organization_id AND x.id = m.person_id
  WHERE m.organization_id = o AND m.user_id = u.id AND m.ended_at IS NULL AND x.status = 'active' AND (x.left_on IS NULL OR x.left_on > today);
  IF p.id IS NULL THEN RETURN jsonb_build_object('organizationId', NULL); END IF;
  SELECT coalesce(array_agg(tm.team_id ORDER BY tm.team_id), '{}') INTO managed FROM team_manager tm WHERE tm.organization_id = o AND tm.person_id = p.id;
  IF cardinality(managed) > 0 THEN
    WITH RECURSIVE below AS (
      SELECT unnest(managed) AS id
      UNION
      SELECT tp.team_id FROM team_placement tp JOIN below b ON tp.parent_id = b.id
      WHERE tp.organization_id = o AND (tp.valid_from IS NULL OR tp.valid_from <= today) AND (tp.valid_to IS NULL OR tp.valid_to > today)
    ) SELECT array_agg(id ORDER BY id) INTO reach FROM below;
  END IF;
  RETURN jsonb_build_object('organizationId', o, 'userId', u.id, 'email', u.email, 'language', u.language, 'personId', p.id, 'personName', p.name,
    'managedTeamIds', to_jsonb(managed), 'reachTeamIds', to_jsonb(coalesce(reach, '{}')), 'today', today,
    'roles', (SELECT coalesce(jsonb_agg(r.role ORDER BY r.role), '[]') FROM role_grant r WHERE r.organization_id = o AND r.person_id = p.id),
    'settings', jsonb_build_object('name', org.name, 'slug', p_slug, 'timeZone', org.time_zone, 'reportingCurrency', org.reporting_currency,
      'fiscalYearStartMonth', org.fiscal_year_start_month, 'weekStartsOn', org.week_starts_on, 'firstAllowedDay', org.first_allowed_day,
      'secondLookMinor', org.second_look_minor::text, 'promiseDays', org.promise_days,
      'verifiedVisibility', org.verified_visibility, 'valueVisibility', org.value_visibility));
END $$;

-- Somebody signed in, before an organization is chosen: who they are and where they belong. NULL: no session.
CREATE FUNCTION open_user(p_token text) RETURNS jsonb LANGUAGE plpgsql VOLATILE AS $$
DECLARE u "user"; m record; org organization; list jsonb := '[]';
BEGIN
  SELECT x.* INTO u FROM session s JOIN "user" x ON x.id = s.user_id WHERE s.token = p_token AND s.expires_at > now();
  IF u.id IS NULL THEN RETURN NULL; END IF;
  PERFORM set_config('app.user_id', u.id::text, true);
  FOR m IN SELECT x.organization_id, d.slug FROM membership x JOIN organization_directory d ON d.id = x.organization_id
           WHERE x.user_id = u.id AND x.ended_at IS NULL ORDER BY d.slug
  LOOP
    PERFORM set_config('app.organization_id', m.organization_id::text, true);
    SELECT x.* INTO org FROM organization x WHERE x.organization_id = m.organization_id;
    list := list || jsonb_build_object('slug', m.slug, 'name', org.name);
  END LOOP;
  RETURN jsonb_build_object('id', u.id, 'email', u.email, 'name', u.name, 'language', u.language, 'organizations', list);
END $$;
