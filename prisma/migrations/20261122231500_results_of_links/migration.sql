-- A row of the CRM that carries the code of a tracked link finds the results that name it, without walking through all evidence.
CREATE INDEX evidence_link_partial ON evidence (organization_id, "right"(lower(url), 10)) WHERE url LIKE '%/l/%';
