-- Opportunities of a period that carry the number of a deal.
CREATE INDEX outcome_deal_partial ON outcome (organization_id, type_id, occurred_on) WHERE external_id IS NOT NULL;
