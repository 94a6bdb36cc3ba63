-- One person registers one account once; somebody else's claim to the same one is accepted and told to both.
CREATE UNIQUE INDEX social_account_own_partial ON social_account (organization_id, person_id, address_key) WHERE withdrawn_at IS NULL;
ALTER TABLE account_consent ADD CHECK (action IN ('given', 'changed', 'withdrawn', 'restored'));
-- Erased means withdrawn, and nothing left to read.
ALTER TABLE social_account ADD CHECK (erased_at IS NULL OR (withdrawn_at IS NOT NULL AND address IS NULL AND handle IS NULL AND address_key IS NULL)),
  ADD CHECK (erased_at IS NOT NULL OR (address IS NOT NULL AND handle IS NOT NULL AND address_key IS NOT NULL));
