-- Twelve months of everybody are twelve rows a person: quarters make them four, and how many were credited in a month is counted once.
TRUNCATE rollup_state, rollup_kind, rollup_part, rollup_count;
ALTER TABLE rollup_part DROP CONSTRAINT rollup_part_dimension_check,
  ADD CHECK (dimension IN ('team', 'own-team', 'person', 'person-quarter', 'channel', 'skill', 'program', 'objective'));
ALTER TABLE rollup_count DROP CONSTRAINT rollup_count_measure_check, ADD CHECK (measure IN ('verify', 'touch', 'size', 'people'));
-- Which accounts were named by results of a period, without visiting the results.
CREATE INDEX outcome_sent_cover ON outcome (organization_id, occurred_on) INCLUDE (id, state) WHERE state IN ('submitted', 'second-look', 'changes-requested', 'verified');
