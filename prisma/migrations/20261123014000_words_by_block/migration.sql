-- A word that many have is looked for where it is new: the index of the words lists all that have it, and all of those days besides, before it
-- knows which are both. Here each word stands with its block of 32 days, and the list of a block is short.
CREATE FUNCTION search_blocks(day date, told tsvector) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT COST 1000
  AS $$ SELECT array_to_tsvector(ARRAY(SELECT to_hex((day - DATE '2000-01-01') >> 5) || ':' || word FROM unnest(tsvector_to_array(told)) word)) $$;

CREATE INDEX outcome_words_blocks ON outcome_search USING gin (search_blocks(day, told)) WITH (gin_pending_list_limit = 256);

CREATE OR REPLACE VIEW outcome_words AS SELECT organization_id, outcome_id, day, told, client, said, people, state, are_contributors,
    search_blocks(day, told) AS blocks FROM outcome_search
  WHERE organization_id = (SELECT app_organization_id());

-- Who left is looked for among people by their last day: of a thousand there are few.
CREATE INDEX person_left_partial ON person (organization_id, id) INCLUDE (left_on) WHERE left_on IS NOT NULL;
