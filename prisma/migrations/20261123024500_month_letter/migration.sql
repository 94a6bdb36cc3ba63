-- The stories of a month, once a month.
ALTER TABLE mail DROP CONSTRAINT mail_cadence_check;
ALTER TABLE mail ADD CHECK (cadence IN ('at-once', 'daily', 'weekly', 'monthly'));
