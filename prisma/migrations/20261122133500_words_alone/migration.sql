-- The organization stands in every row of a big one: looking it up among the words costs more than they do. The view throws away what is of others.
DROP INDEX outcome_words_search;
CREATE INDEX outcome_words_search ON outcome_search USING gin (told, client, said, people) WITH (gin_pending_list_limit = 256);
