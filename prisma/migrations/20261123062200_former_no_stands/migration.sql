-- A former "no" stands: who says no to a story has said it of its result, however often it is chosen anew or brought back, until they say
-- otherwise. Asked anew is then nobody's whose last word is no; a link by which they answered opens the newest choice.
CREATE FUNCTION stage_keeps_no(org uuid, story uuid, asked uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE k record;
BEGIN
  FOR k IN
    SELECT c.person_id, f.story_id, f.asked_at, f.asked_by, f.answered_at, f.token_hash, f.mail_state, f.mailed_at
    FROM stage_story s JOIN contributor c ON c.organization_id = s.organization_id AND c.outcome_id = s.outcome_id
    LEFT JOIN stage_consent own ON own.organization_id = s.organization_id AND own.story_id = s.id AND own.person_id = c.person_id
    CROSS JOIN LATERAL (SELECT y.* FROM stage_story z
      JOIN stage_consent y ON y.organization_id = z.organization_id AND y.story_id = z.id AND y.person_id = c.person_id
      WHERE z.organization_id = org AND z.outcome_id = s.outcome_id AND z.id <> story
      ORDER BY coalesce(y.answered_at, y.asked_at) DESC, z.chosen_at DESC LIMIT 1) f
    WHERE s.organization_id = org AND s.id = story AND f.answer = 'no' AND own.answer IS DISTINCT FROM 'no'
      AND (own.person_id IS NULL OR c.person_id = ANY (asked) OR f.answered_at > coalesce(own.answered_at, own.asked_at))
  LOOP
    UPDATE stage_consent x SET token_hash = NULL WHERE x.organization_id = org AND x.story_id = k.story_id AND x.person_id = k.person_id;
    INSERT INTO stage_consent AS x (organization_id, story_id, person_id, asked_at, asked_by, answer, answered_at, token_hash, mail_state, mailed_at)
    VALUES (org, story, k.person_id, k.asked_at, k.asked_by, 'no', k.answered_at, k.token_hash, k.mail_state, k.mailed_at)
    ON CONFLICT (organization_id, story_id, person_id) DO UPDATE SET answer = 'no', answered_at = k.answered_at,
      token_hash = coalesce(k.token_hash, x.token_hash), mailed_at = coalesce(k.mailed_at, x.mailed_at),
      mail_state = CASE WHEN k.token_hash IS NULL THEN x.mail_state ELSE k.mail_state END;
  END LOOP;
END $$;

-- As before; and it keeps a former "no".
CREATE OR REPLACE FUNCTION stage_refresh(org uuid, story uuid, today date, now timestamptz) RETURNS uuid[] LANGUAGE plpgsql AS $$
DECLARE s stage_story; o outcome; asked uuid[];
BEGIN
  SELECT x.* INTO s FROM stage_story x WHERE x.organization_id = org AND x.id = story FOR UPDATE;
  SELECT x.* INTO o FROM outcome x WHERE x.organization_id = org AND x.id = s.outcome_id;
  UPDATE stage_consent k SET asked_by = a.by, mail_state = CASE WHEN a.by = 'mail' THEN 'waiting' END
    FROM (SELECT y.person_id, stage_asks(org, y.person_id) AS by FROM stage_consent y
      WHERE y.organization_id = org AND y.story_id = story AND y.answer IS NULL AND y.asked_by <> 'mail') a
    WHERE k.organization_id = org AND k.story_id = story AND k.person_id = a.person_id AND k.asked_by <> a.by
      AND (k.asked_by = 'login' OR (s.standing <> 'agreed' AND (a.by = 'login' OR k.mail_state IS NULL)));
  WITH fresh AS (
    INSERT INTO stage_consent (organization_id, story_id, person_id, asked_at, asked_by, mail_state)
    SELECT org, story, c.person_id, now, a.by, CASE WHEN a.by = 'mail' THEN 'waiting' END
    FROM contributor c JOIN person p ON p.organization_id = c.organization_id AND p.id = c.person_id
    CROSS JOIN LATERAL (SELECT stage_asks(org, p.id) AS by) a
    WHERE c.organization_id = org AND c.outcome_id = s.outcome_id AND p.status = 'active' AND (p.left_on IS NULL OR p.left_on > today)
    ON CONFLICT (organization_id, story_id, person_id) DO NOTHING RETURNING person_id)
  SELECT coalesce(array_agg(f.person_id), '{}') INTO asked FROM fresh f;
  PERFORM stage_keeps_no(org, story, asked);
  UPDATE stage_story x SET standing = stage_standing(org, story, s.outcome_id, today), type_id = o.type_id,
    words = search_vector(o.title, 'A') || search_vector(concat_ws(' ', x.quote, x.needed, x.learnt, x.thanks), 'B')
      || search_vector(concat_ws(' ', o.story_situation, o.story_action, o.story_result), 'C')
    WHERE x.organization_id = org AND x.id = story;
  DELETE FROM stage_team x WHERE x.organization_id = org AND x.story_id = story;
  INSERT INTO stage_team (organization_id, team_id, from_day, story_id)
  SELECT DISTINCT org, m.team_id, s.from_day, story FROM contributor c
    JOIN stage_consent k ON k.organization_id = c.organization_id AND k.story_id = story AND k.person_id = c.person_id AND k.answer = 'named'
    JOIN team_membership m ON m.organization_id = c.organization_id AND m.person_id = c.person_id
      AND (m.valid_from IS NULL OR m.valid_from <= o.occurred_on) AND (m.valid_to IS NULL OR m.valid_to > o.occurred_on)
    WHERE c.organization_id = org AND c.outcome_id = s.outcome_id;
  RETURN asked;
END $$;
