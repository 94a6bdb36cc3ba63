-- CreateTable
CREATE TABLE "notification" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "by_id" UUID,
    "count" INTEGER,
    "is_shown" BOOLEAN NOT NULL DEFAULT true,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "cadence" TEXT NOT NULL DEFAULT 'never',
    "mail_id" UUID,

    CONSTRAINT "notification_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "notification_preference" (
    "organization_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "choices" JSONB NOT NULL DEFAULT '{}',
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notification_preference_pkey" PRIMARY KEY ("organization_id","person_id")
);

-- CreateTable
CREATE TABLE "mail" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "cadence" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "claimed_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),
    "token_hash" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "notification_organization_id_person_id_id_idx" ON "notification"("organization_id", "person_id", "id");

-- CreateIndex
CREATE INDEX "notification_organization_id_mail_id_idx" ON "notification"("organization_id", "mail_id");

-- CreateIndex
CREATE UNIQUE INDEX "notification_organization_id_event_id_person_id_key" ON "notification"("organization_id", "event_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "mail_organization_id_person_id_key_key" ON "mail"("organization_id", "person_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "mail_organization_id_token_hash_key" ON "mail"("organization_id", "token_hash");

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_organization_id_person_id_fkey" FOREIGN KEY ("organization_id", "person_id") REFERENCES "person"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_organization_id_mail_id_fkey" FOREIGN KEY ("organization_id", "mail_id") REFERENCES "mail"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_preference" ADD CONSTRAINT "notification_preference_organization_id_person_id_fkey" FOREIGN KEY ("organization_id", "person_id") REFERENCES "person"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_organization_id_person_id_fkey" FOREIGN KEY ("organization_id", "person_id") REFERENCES "person"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The borders, and what no row may say.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['notification', 'notification_preference', 'mail'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I USING (organization_id = (SELECT app_organization_id())) WITH CHECK (organization_id = (SELECT app_organization_id()))', t);
  END LOOP;
END $$;
ALTER TABLE notification ADD CHECK (cadence IN ('at-once', 'daily', 'weekly', 'never'));
ALTER TABLE mail ADD CHECK (cadence IN ('at-once', 'daily', 'weekly')),
  ADD CHECK (state IN ('waiting', 'sending', 'sent', 'dropped', 'refused', 'unknown')), ADD CHECK (octet_length(token_hash) = 32);

-- Who somebody is in an organization, whether they are at the door (`open_actor`) or not (`open_reader`: mail is written with the rights of its
-- reader). The body is the gate's, from the migration of the review.
CREATE FUNCTION actor_of(o uuid, u "user", p_slug text) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
DECLARE org organization; p person; today date; own uuid[]; managed uuid[]; reach uuid[]; own_reach uuid[] := '{}'; stand_ins jsonb;
BEGIN
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

CREATE OR REPLACE FUNCTION open_actor(p_token text, p_slug text) RETURNS jsonb LANGUAGE plpgsql VOLATILE AS $$
DECLARE u "user"; o uuid;
BEGIN
  SELECT x.* INTO u FROM session s JOIN "user" x ON x.id = s.user_id WHERE s.token = p_token AND s.expires_at > now();
  IF u.id IS NULL THEN RETURN NULL; END IF;
  SELECT d.id INTO o FROM organization_directory d WHERE d.slug = p_slug;
  IF o IS NULL THEN RETURN jsonb_build_object('organizationId', NULL); END IF;
  PERFORM set_config('app.organization_id', o::text, true);
  RETURN actor_of(o, u, p_slug);
END $$;

-- Inside the organization that the transaction is bound to.
CREATE FUNCTION open_reader(p_person uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT actor_of(m.organization_id, u, d.slug) FROM membership m JOIN "user" u ON u.id = m.user_id JOIN organization_directory d ON d.id = m.organization_id
  WHERE m.organization_id = app_organization_id() AND m.person_id = p_person AND m.ended_at IS NULL
$$;
