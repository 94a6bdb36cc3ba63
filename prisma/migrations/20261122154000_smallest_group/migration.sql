-- AlterTable
ALTER TABLE "organization" ADD COLUMN     "smallest_group" SMALLINT NOT NULL DEFAULT 5;

ALTER TABLE organization ADD CHECK (smallest_group BETWEEN 3 AND 50);

-- The body is the one from the migration of the notifications.
CREATE OR REPLACE FUNCTION actor_of(o uuid, u "user", p_slug text) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
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
      'verifiedVisibility', org.verified_visibility, 'valueVisibility', org.value_visibility, 'smallestGroup', org.smallest_group));
END $$;
