-- Whether the people beside the words are the contributors alone: then whom a result concerns is known without a look at it.
ALTER TABLE "outcome_search" ADD COLUMN "are_contributors" BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE outcome_search ALTER COLUMN are_contributors DROP DEFAULT;
CREATE OR REPLACE VIEW outcome_words AS SELECT organization_id, outcome_id, day, told, client, said, people, state, are_contributors FROM outcome_search
  WHERE organization_id = (SELECT app_organization_id());

CREATE FUNCTION search_are_contributors(org uuid, outcome uuid, author uuid) RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT author IS NULL OR EXISTS (SELECT FROM contributor c WHERE c.organization_id = org AND c.outcome_id = outcome AND c.person_id = author) $$;

CREATE OR REPLACE FUNCTION refresh_search(org uuid, ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM outcome_search s WHERE s.organization_id = org AND s.outcome_id = ANY (ids) ORDER BY s.outcome_id FOR UPDATE;
  INSERT INTO outcome_search (organization_id, outcome_id, day, told, client, said, people, state, are_contributors)
  SELECT o.organization_id, o.id, coalesce(o.occurred_on, o.created_at::date),
    search_vector(o.title, 'A') || search_vector(c.names, 'B') || search_vector(concat_ws(' ', o.story_situation, o.story_action, o.story_result), 'C'),
    search_vector(o.subject, 'A'), search_vector(coalesce(k.words, ''), 'D'), search_people(org, o.id, o.author_id), o.state,
    search_are_contributors(org, o.id, o.author_id)
  FROM outcome o
  CROSS JOIN LATERAL (SELECT coalesce(string_agg(p.name, ' ' ORDER BY x.position), '') AS names
    FROM contributor x JOIN person p ON p.organization_id = x.organization_id AND p.id = x.person_id
    WHERE x.organization_id = o.organization_id AND x.outcome_id = o.id) c
  CROSS JOIN LATERAL (SELECT string_agg(regexp_replace(m.text, '@\{[0-9a-fA-F-]{36}\}', ' ', 'g'), ' ' ORDER BY m.at) AS words
    FROM comment m WHERE m.organization_id = o.organization_id AND m.outcome_id = o.id AND m.removed_at IS NULL) k
  WHERE o.organization_id = org AND o.id = ANY (ids) ORDER BY o.id
  ON CONFLICT (organization_id, outcome_id) DO UPDATE SET day = excluded.day, told = excluded.told, client = excluded.client,
    said = excluded.said, people = excluded.people, state = excluded.state, are_contributors = excluded.are_contributors;
END $$;

-- An author who no longer takes part is among the people still.
CREATE OR REPLACE FUNCTION search_people_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE of record;
BEGIN
  FOR of IN SELECT x.organization_id AS org, array_agg(x.outcome_id) AS ids FROM (SELECT DISTINCT organization_id, outcome_id FROM changed) x
    JOIN outcome o ON o.organization_id = x.organization_id AND o.id = x.outcome_id
    WHERE (SELECT (s.people, s.are_contributors) FROM outcome_search s WHERE s.organization_id = x.organization_id AND s.outcome_id = x.outcome_id)
      IS DISTINCT FROM (search_people(o.organization_id, o.id, o.author_id), search_are_contributors(o.organization_id, o.id, o.author_id)) GROUP BY 1
  LOOP PERFORM refresh_search(of.org, of.ids); END LOOP;
  RETURN NULL;
END $$;

-- What is there already, one organization after the other: not even the owner sees two at once.
DO $$
DECLARE one uuid;
BEGIN
  FOR one IN SELECT id FROM organization_directory LOOP
    PERFORM set_config('app.organization_id', one::text, true);
    UPDATE outcome_search s SET are_contributors = TRUE FROM outcome o
      WHERE o.organization_id = one AND s.organization_id = one AND s.outcome_id = o.id AND search_are_contributors(one, o.id, o.author_id);
  END LOOP;
  PERFORM set_config('app.organization_id', '', true);
END $$;
