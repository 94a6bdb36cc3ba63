-- The state beside the words: a search that everybody may make reads two thousand results by their words alone and looks at none of them.
ALTER TABLE "outcome_search" ADD COLUMN "state" TEXT NOT NULL DEFAULT '';
ALTER TABLE outcome_search ALTER COLUMN state DROP DEFAULT;
CREATE OR REPLACE VIEW outcome_words AS SELECT organization_id, outcome_id, day, told, client, said, people, state FROM outcome_search
  WHERE organization_id = (SELECT app_organization_id());

CREATE OR REPLACE FUNCTION refresh_search(org uuid, ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM outcome_search s WHERE s.organization_id = org AND s.outcome_id = ANY (ids) ORDER BY s.outcome_id FOR UPDATE;
  INSERT INTO outcome_search (organization_id, outcome_id, day, told, client, said, people, state)
  SELECT o.organization_id, o.id, coalesce(o.occurred_on, o.created_at::date),
    search_vector(o.title, 'A') || search_vector(c.names, 'B') || search_vector(concat_ws(' ', o.story_situation, o.story_action, o.story_result), 'C'),
    search_vector(o.subject, 'A'), search_vector(coalesce(k.words, ''), 'D'), search_people(org, o.id, o.author_id), o.state
  FROM outcome o
  CROSS JOIN LATERAL (SELECT coalesce(string_agg(p.name, ' ' ORDER BY x.position), '') AS names
    FROM contributor x JOIN person p ON p.organization_id = x.organization_id AND p.id = x.person_id
    WHERE x.organization_id = o.organization_id AND x.outcome_id = o.id) c
  CROSS JOIN LATERAL (SELECT string_agg(regexp_replace(m.text, '@\{[0-9a-fA-F-]{36}\}', ' ', 'g'), ' ' ORDER BY m.at) AS words
    FROM comment m WHERE m.organization_id = o.organization_id AND m.outcome_id = o.id AND m.removed_at IS NULL) k
  WHERE o.organization_id = org AND o.id = ANY (ids) ORDER BY o.id
  ON CONFLICT (organization_id, outcome_id) DO UPDATE SET day = excluded.day, told = excluded.told, client = excluded.client,
    said = excluded.said, people = excluded.people, state = excluded.state;
END $$;

-- Where the state alone has changed no word is read again. Of two changes at once the later has both: it waited for the row of the outcome.
CREATE OR REPLACE FUNCTION search_outcome_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE of record;
BEGIN
  FOR of IN SELECT n.organization_id AS org, array_agg(n.id) AS ids FROM after_it n JOIN before_it b ON b.organization_id = n.organization_id AND b.id = n.id
    WHERE (n.title, n.subject, n.story_situation, n.story_action, n.story_result, n.occurred_on, n.author_id)
      IS DISTINCT FROM (b.title, b.subject, b.story_situation, b.story_action, b.story_result, b.occurred_on, b.author_id) GROUP BY 1
  LOOP PERFORM refresh_search(of.org, of.ids); END LOOP;
  UPDATE outcome_search s SET state = n.state FROM after_it n
    WHERE s.organization_id = n.organization_id AND s.outcome_id = n.id AND s.state <> n.state;
  RETURN NULL;
END $$;

-- What is there already, one organization after the other: not even the owner sees two at once.
DO $$
DECLARE one uuid;
BEGIN
  FOR one IN SELECT id FROM organization_directory LOOP
    PERFORM set_config('app.organization_id', one::text, true);
    UPDATE outcome_search s SET state = o.state FROM outcome o
      WHERE o.organization_id = one AND s.organization_id = one AND s.outcome_id = o.id AND s.state <> o.state;
  END LOOP;
  PERFORM set_config('app.organization_id', '', true);
END $$;
