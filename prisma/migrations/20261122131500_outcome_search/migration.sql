-- What is found by its words, beside the outcome: what everybody who sees it may know, the client, and what was said of it, apart, so
-- that nobody finds by a word that they may not read. Stems of both languages and the words as they stand (for what is half typed),
-- accents aside; punctuation parts words.
CREATE TEXT SEARCH CONFIGURATION oeuvre_plain (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION oeuvre_plain ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple;
-- More than thirty thousand signs of one text are not looked into.
CREATE FUNCTION search_text(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT translate(normalize(left(words, 30000), NFKC), '.,;:/\-_@+~#%&*=<>()[]{}"`|^''’', '                                  ') $$;
-- The French stemmer needs the accents, whoever searches may leave them out: so the stems of what is written, without their accents,
-- and beside them (oeuvre_fr) the stems of what is written without accents.
CREATE FUNCTION search_french(words text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT translate(to_tsvector('french', words)::text, 'àáâãäçèéêëìíîïñòóôõöùúûüýÿ', 'aaaaaceeeeiiiinooooouuuuyy')::tsvector $$;
CREATE FUNCTION search_vector(words text, weight "char") RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE t text;
BEGIN
  IF words = '' THEN RETURN ''::tsvector; END IF;
  t := search_text(words);
  RETURN setweight(search_french(t) || to_tsvector('oeuvre_fr', t) || to_tsvector('oeuvre_en', t) || to_tsvector('oeuvre_plain', t), weight);
END $$;

ALTER TABLE outcome DROP COLUMN search;

-- CreateTable
CREATE TABLE "outcome_search" (
    "organization_id" UUID NOT NULL,
    "outcome_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "told" tsvector NOT NULL,
    "client" tsvector NOT NULL,
    "said" tsvector NOT NULL,
    "people" UUID[],

    CONSTRAINT "outcome_search_pkey" PRIMARY KEY ("organization_id","outcome_id")
);

-- AddForeignKey
ALTER TABLE "outcome_search" ADD CONSTRAINT "outcome_search_organization_id_outcome_id_fkey" FOREIGN KEY ("organization_id", "outcome_id") REFERENCES "outcome"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A short list of what is pending, because every search reads it.
CREATE INDEX outcome_words_search ON outcome_search USING gin (organization_id, told, client, said, people) WITH (gin_pending_list_limit = 256);
CREATE INDEX outcome_search_day_cover ON outcome_search (organization_id, day DESC, outcome_id DESC);
-- In one piece beside the row: a list reads thousands of them.
ALTER TABLE outcome_search SET (toast_tuple_target = 4080);
ALTER TABLE outcome_search ALTER COLUMN told SET STATISTICS 400, ALTER COLUMN client SET STATISTICS 400, ALTER COLUMN said SET STATISTICS 400;

ALTER TABLE outcome_search ENABLE ROW LEVEL SECURITY;
ALTER TABLE outcome_search FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON outcome_search USING (organization_id = (SELECT app_organization_id())) WITH CHECK (organization_id = (SELECT app_organization_id()));
-- `@@` is not leakproof: below a policy it is never asked of an index. So searches read through a view of the owner, who may read every
-- row of this one table, and the view says which organization: docs/decisions/012.
CREATE POLICY through_the_view ON outcome_search FOR SELECT TO CURRENT_USER USING (TRUE);
CREATE VIEW outcome_words AS SELECT organization_id, outcome_id, day, told, client, said, people FROM outcome_search
  WHERE organization_id = (SELECT app_organization_id());

-- Whoever takes part, and the author: for readers whom only these results concern.
CREATE FUNCTION search_people(org uuid, outcome uuid, author uuid) RETURNS uuid[] LANGUAGE sql STABLE
  AS $$ SELECT coalesce(array_agg(x.id ORDER BY x.id), '{}') FROM (SELECT c.person_id AS id FROM contributor c
    WHERE c.organization_id = org AND c.outcome_id = outcome UNION SELECT author WHERE author IS NOT NULL) x $$;

-- Kept in the transaction of each change. Locked first and read after, so that of two at once the later has both.
CREATE FUNCTION refresh_search(org uuid, ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM outcome_search s WHERE s.organization_id = org AND s.outcome_id = ANY (ids) ORDER BY s.outcome_id FOR UPDATE;
  INSERT INTO outcome_search (organization_id, outcome_id, day, told, client, said, people)
  SELECT o.organization_id, o.id, coalesce(o.occurred_on, o.created_at::date),
    search_vector(o.title, 'A') || search_vector(c.names, 'B') || search_vector(concat_ws(' ', o.story_situation, o.story_action, o.story_result), 'C'),
    search_vector(o.subject, 'A'), search_vector(coalesce(k.words, ''), 'D'), search_people(org, o.id, o.author_id)
  FROM outcome o
  CROSS JOIN LATERAL (SELECT coalesce(string_agg(p.name, ' ' ORDER BY x.position), '') AS names
    FROM contributor x JOIN person p ON p.organization_id = x.organization_id AND p.id = x.person_id
    WHERE x.organization_id = o.organization_id AND x.outcome_id = o.id) c
  CROSS JOIN LATERAL (SELECT string_agg(regexp_replace(m.text, '@\{[0-9a-fA-F-]{36}\}', ' ', 'g'), ' ' ORDER BY m.at) AS words
    FROM comment m WHERE m.organization_id = o.organization_id AND m.outcome_id = o.id AND m.removed_at IS NULL) k
  WHERE o.organization_id = org AND o.id = ANY (ids) ORDER BY o.id
  ON CONFLICT (organization_id, outcome_id) DO UPDATE SET day = excluded.day, told = excluded.told, client = excluded.client,
    said = excluded.said, people = excluded.people;
END $$;

-- A new outcome is read once, with the people whom the same statement brought.
CREATE FUNCTION search_outcome_added() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE of record;
BEGIN
  FOR of IN SELECT n.organization_id AS org, array_agg(n.id) AS ids FROM added n WHERE NOT EXISTS (SELECT FROM outcome_search s
    WHERE s.organization_id = n.organization_id AND s.outcome_id = n.id) GROUP BY 1
  LOOP PERFORM refresh_search(of.org, of.ids); END LOOP;
  RETURN NULL;
END $$;
CREATE FUNCTION search_outcome_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE of record;
BEGIN
  FOR of IN SELECT n.organization_id AS org, array_agg(n.id) AS ids FROM after_it n JOIN before_it b ON b.organization_id = n.organization_id AND b.id = n.id
    WHERE (n.title, n.subject, n.story_situation, n.story_action, n.story_result, n.occurred_on, n.author_id)
      IS DISTINCT FROM (b.title, b.subject, b.story_situation, b.story_action, b.story_result, b.occurred_on, b.author_id) GROUP BY 1
  LOOP PERFORM refresh_search(of.org, of.ids); END LOOP;
  RETURN NULL;
END $$;
-- Saving takes people away and puts them back: only what differs in the end is read again.
CREATE FUNCTION search_people_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE of record;
BEGIN
  FOR of IN SELECT x.organization_id AS org, array_agg(x.outcome_id) AS ids FROM (SELECT DISTINCT organization_id, outcome_id FROM changed) x
    JOIN outcome o ON o.organization_id = x.organization_id AND o.id = x.outcome_id
    WHERE (SELECT s.people FROM outcome_search s WHERE s.organization_id = x.organization_id AND s.outcome_id = x.outcome_id)
      IS DISTINCT FROM search_people(o.organization_id, o.id, o.author_id) GROUP BY 1
  LOOP PERFORM refresh_search(of.org, of.ids); END LOOP;
  RETURN NULL;
END $$;
CREATE FUNCTION search_comment_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE of record;
BEGIN
  FOR of IN SELECT organization_id AS org, array_agg(DISTINCT outcome_id) AS ids FROM changed GROUP BY 1
  LOOP PERFORM refresh_search(of.org, of.ids); END LOOP;
  RETURN NULL;
END $$;
CREATE FUNCTION search_person_renamed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_search(NEW.organization_id, ARRAY(SELECT c.outcome_id FROM contributor c
    WHERE c.organization_id = NEW.organization_id AND c.person_id = NEW.id ORDER BY c.outcome_id));
  RETURN NULL;
END $$;
CREATE TRIGGER search_added AFTER INSERT ON outcome REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION search_outcome_added();
CREATE TRIGGER search_changed AFTER UPDATE ON outcome REFERENCING OLD TABLE AS before_it NEW TABLE AS after_it FOR EACH STATEMENT EXECUTE FUNCTION search_outcome_changed();
CREATE TRIGGER search_added AFTER INSERT ON contributor REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search_people_changed();
CREATE TRIGGER search_changed AFTER UPDATE ON contributor REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search_people_changed();
CREATE TRIGGER search_added AFTER INSERT ON comment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search_comment_changed();
CREATE TRIGGER search_changed AFTER UPDATE ON comment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search_comment_changed();
CREATE TRIGGER search_renamed AFTER UPDATE OF name ON person FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION search_person_renamed();

-- What is there already, one organization after the other: not even the owner sees two at once.
DO $$
DECLARE one uuid;
BEGIN
  FOR one IN SELECT id FROM organization_directory LOOP
    PERFORM set_config('app.organization_id', one::text, true);
    PERFORM refresh_search(one, ARRAY(SELECT id FROM outcome WHERE organization_id = one));
  END LOOP;
  PERFORM set_config('app.organization_id', '', true);
END $$;
