-- The day among the words: a word that stands in one of fifty results is asked for over the months in which enough of them should be.
DROP INDEX outcome_words_search;
CREATE INDEX outcome_words_search ON outcome_search USING gin (day, told, client, said, people) WITH (gin_pending_list_limit = 256);
