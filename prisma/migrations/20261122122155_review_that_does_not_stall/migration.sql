-- AlterTable
ALTER TABLE "organization" ADD COLUMN     "working_weekdays" SMALLINT[] DEFAULT '{1,2,3,4,5}'::smallint[];

-- CreateTable
CREATE TABLE "holiday" (
    "organization_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "holiday_pkey" PRIMARY KEY ("organization_id","day")
);

-- CreateTable
CREATE TABLE "review_reason" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "kind" TEXT NOT NULL,
    "code" TEXT,
    "name" TEXT,
    "position" SMALLINT NOT NULL,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "review_reason_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "review_look" (
    "organization_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "outcome_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "review_look_pkey" PRIMARY KEY ("organization_id","person_id","outcome_id")
);

-- CreateTable
CREATE TABLE "review_step" (
    "organization_id" UUID NOT NULL,
    "outcome_id" UUID NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "level" SMALLINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "review_step_pkey" PRIMARY KEY ("organization_id","outcome_id","submitted_at","level")
);

-- CreateTable
CREATE TABLE "delegation" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "delegate_id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "delegation_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "review_reason_organization_id_kind_code_key" ON "review_reason"("organization_id", "kind", "code");

-- CreateIndex
CREATE INDEX "review_look_organization_id_outcome_id_idx" ON "review_look"("organization_id", "outcome_id");

-- CreateIndex
CREATE INDEX "delegation_organization_id_person_id_idx" ON "delegation"("organization_id", "person_id");

-- CreateIndex
CREATE INDEX "delegation_organization_id_delegate_id_idx" ON "delegation"("organization_id", "delegate_id");

-- AddForeignKey
ALTER TABLE "review_look" ADD CONSTRAINT "review_look_organization_id_person_id_fkey" FOREIGN KEY ("organization_id", "person_id") REFERENCES "person"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_look" ADD CONSTRAINT "review_look_organization_id_outcome_id_fkey" FOREIGN KEY ("organization_id", "outcome_id") REFERENCES "outcome"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_step" ADD CONSTRAINT "review_step_organization_id_outcome_id_fkey" FOREIGN KEY ("organization_id", "outcome_id") REFERENCES "outcome"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_organization_id_person_id_fkey" FOREIGN KEY ("organization_id", "person_id") REFERENCES "person"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_organization_id_delegate_id_fkey" FOREIGN KEY ("organization_id", "delegate_id") REFERENCES "person"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE organization ALTER working_weekdays SET NOT NULL,
  ADD CHECK (working_weekdays <@ '{1,2,3,4,5,6,7}'::smallint[] AND cardinality(working_weekdays) BETWEEN 1 AND 7);
ALTER TABLE review_reason ADD CHECK (kind IN ('decline', 'changes')), ADD CHECK (code IS NOT NULL OR name IS NOT NULL);
ALTER TABLE review_step ADD CHECK (level >= 0);
ALTER TABLE delegation ADD CHECK (from_day <= to_day), ADD CHECK (person_id <> delegate_id),
  ADD CONSTRAINT delegation_excl EXCLUDE USING gist (organization_id WITH =, person_id WITH =, daterange(from_day, to_day, '[]') WITH &&)
    WHERE (ended_at IS NULL);

-- What organizations that exist start with; before the borders close, since who migrates sees no organization through them.
INSERT INTO review_reason (organization_id, kind, code, position)
SELECT d.id, r.kind, r.code, r.position FROM organization_directory d CROSS JOIN (VALUES
  ('decline', 'duplicate', 0), ('decline', 'not-a-result', 1), ('decline', 'not-ours', 2), ('decline', 'no-evidence', 3), ('decline', 'wrong-period', 4), ('decline', 'other', 5),
  ('changes', 'value', 0), ('changes', 'evidence', 1), ('changes', 'contributors', 2), ('changes', 'story', 3), ('changes', 'date', 4), ('changes', 'other', 5)
) AS r(kind, code, position);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['holiday', 'review_reason', 'review_look', 'review_step', 'delegation'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I USING (organization_id = (SELECT app_organization_id())) WITH CHECK (organization_id = (SELECT app_organization_id()))', t);
  END LOOP;
END $$;

-- Who manages which team on a day: its managers, and whoever stands in for one of them (`for_id`) who is still there.
CREATE FUNCTION managing(p_organization uuid, p_day date) RETURNS TABLE (team_id uuid, person_id uuid, for_id uuid) LANGUAGE sql STABLE AS $$
  SELECT tm.team_id, tm.person_id, NULL::uuid FROM team_manager tm WHERE tm.organization_id = p_organization
  UNION ALL
  SELECT tm.team_id, d.delegate_id, d.person_id FROM delegation d
    JOIN team_manager tm ON tm.organization_id = d.organization_id AND tm.person_id = d.person_id
    JOIN person a ON a.organization_id = d.organization_id AND a.id = d.person_id AND a.status = 'active' AND (a.left_on IS NULL OR a.left_on > p_day)
  WHERE d.organization_id = p_organization AND d.ended_at IS NULL AND p_day BETWEEN d.from_day AND d.to_day
$$;

-- Teams and all below them, in the tree of a day.
CREATE FUNCTION reach_of(p_organization uuid, p_day date, p_teams uuid[]) RETURNS uuid[] LANGUAGE sql STABLE AS $$
  WITH RECURSIVE below AS (
    SELECT unnest(p_teams) AS id
    UNION
    SELECT tp.team_id FROM team_placement tp JOIN below b ON tp.parent_id = b.id
    WHERE tp.organization_id = p_organization AND (tp.valid_from IS NULL OR tp.valid_from <= p_day) AND (tp.valid_to IS NULL OR tp.valid_to > p_day)
  ) SELECT coalesce(array_agg(id ORDER BY id), '{}') FROM below
$$;

-- The gate (see the migration of the borders), with those for whom somebody stands in, and the working days.
CREATE OR REPLACE FUNCTION open_actor(p_token text, p_slug text) RETURNS jsonb LANGUAGE plpgsql VOLATILE AS $$
DECLARE u "user"; o uuid; org organization; p person; today date; own uuid[]; managed uuid[]; reach uuid[]; own_reach uuid[] := '{}'; stand_ins jsonb;
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
  SELECT coalesce(array_agg(tm.team_id ORDER BY tm.team_id), '{}') INTO own FROM team_manager tm WHERE tm.organization_id = o AND tm.person_id = p.id;
  IF cardinality(own) > 0 THEN own_reach := reach_of(o, today, own); END IF;
  managed := own;
  reach := own_reach;
  IF EXISTS (SELECT FROM delegation d WHERE d.organization_id = o AND d.delegate_id = p.id AND d.ended_at IS NULL AND today BETWEEN d.from_day AND d.to_day) THEN
    SELECT jsonb_agg(jsonb_build_object('personId', x.for_id, 'reachTeamIds', to_jsonb(reach_of(o, today, x.teams))) ORDER BY x.for_id) INTO stand_ins
    FROM (SELECT m.for_id, array_agg(m.team_id ORDER BY m.team_id) AS teams FROM managing(o, today) m
      WHERE m.person_id = p.id AND m.for_id IS NOT NULL GROUP BY m.for_id) x;
    SELECT array(SELECT DISTINCT m.team_id FROM managing(o, today) m WHERE m.person_id = p.id ORDER BY 1) INTO managed;
    reach := reach_of(o, today, managed);
  END IF;
  RETURN jsonb_build_object('organizationId', o, 'userId', u.id, 'email', u.email, 'language', u.language, 'personId', p.id, 'personName', p.name,
    'managedTeamIds', to_jsonb(managed), 'reachTeamIds', to_jsonb(reach), 'today', today,
    'standIn', CASE WHEN stand_ins IS NOT NULL THEN jsonb_build_object('ownReachTeamIds', to_jsonb(own_reach), 'for', stand_ins) END,
    'roles', (SELECT coalesce(jsonb_agg(r.role ORDER BY r.role), '[]') FROM role_grant r WHERE r.organization_id = o AND r.person_id = p.id),
    'settings', jsonb_build_object('name', org.name, 'slug', p_slug, 'timeZone', org.time_zone, 'reportingCurrency', org.reporting_currency,
      'fiscalYearStartMonth', org.fiscal_year_start_month, 'weekStartsOn', org.week_starts_on, 'firstAllowedDay', org.first_allowed_day,
      'secondLookMinor', org.second_look_minor::text, 'promiseDays', org.promise_days, 'workingWeekdays', to_jsonb(org.working_weekdays),
      'holidays', (SELECT coalesce(jsonb_agg(h.day ORDER BY h.day), '[]') FROM holiday h WHERE h.organization_id = o AND h.day > today - 400),
      'verifiedVisibility', org.verified_visibility, 'valueVisibility', org.value_visibility));
END $$;
