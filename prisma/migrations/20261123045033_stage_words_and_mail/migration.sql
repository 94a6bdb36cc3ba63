-- AlterTable
ALTER TABLE "stage_consent" ADD COLUMN     "asked_by" TEXT NOT NULL DEFAULT 'login',
ADD COLUMN     "mail_state" TEXT,
ADD COLUMN     "mailed_at" TIMESTAMPTZ(3),
ADD COLUMN     "token_hash" BYTEA;

-- CreateTable
CREATE TABLE "stage_former_words" (
    "organization_id" UUID NOT NULL,
    "story_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "quote" TEXT NOT NULL,
    "needed" TEXT NOT NULL,
    "learnt" TEXT NOT NULL,
    "thanks" TEXT NOT NULL,
    "is_client_withheld" BOOLEAN NOT NULL,
    "client_as" TEXT NOT NULL,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL,
    "replaced_by_id" UUID NOT NULL,

    CONSTRAINT "stage_former_words_pkey" PRIMARY KEY ("organization_id","story_id","version")
);

-- CreateIndex
CREATE INDEX "stage_former_words_organization_id_replaced_by_id_idx" ON "stage_former_words"("organization_id", "replaced_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "stage_consent_organization_id_token_hash_key" ON "stage_consent"("organization_id", "token_hash");

-- AddForeignKey
ALTER TABLE "stage_former_words" ADD CONSTRAINT "stage_former_words_organization_id_story_id_fkey" FOREIGN KEY ("organization_id", "story_id") REFERENCES "stage_story"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_former_words" ADD CONSTRAINT "stage_former_words_organization_id_replaced_by_id_fkey" FOREIGN KEY ("organization_id", "replaced_by_id") REFERENCES "person"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE stage_consent ADD CHECK (asked_by IN ('login', 'mail', 'nobody')), ADD CHECK (mail_state IN ('waiting', 'sending', 'sent', 'unknown', 'refused'));
CREATE INDEX stage_consent_mail_partial ON stage_consent (organization_id, story_id) WHERE mail_state IN ('waiting', 'sending');
ALTER TABLE stage_former_words ENABLE ROW LEVEL SECURITY;
ALTER TABLE stage_former_words FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON stage_former_words USING (organization_id = (SELECT app_organization_id())) WITH CHECK (organization_id = (SELECT app_organization_id()));

-- How somebody can be asked: signed in, by a link in a mail, or not at all.
CREATE FUNCTION stage_asks(org uuid, person uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN EXISTS (SELECT FROM membership m WHERE m.organization_id = org AND m.person_id = p.id AND m.ended_at IS NULL) THEN 'login'
    WHEN p.email <> '' THEN 'mail' ELSE 'nobody' END FROM person p WHERE p.organization_id = org AND p.id = person
$$;

-- `standingOf` of the rules: a "no" of anybody who takes part holds; whoever is still here, can be asked and has not answered is waited for.
CREATE OR REPLACE FUNCTION stage_standing(org uuid, story uuid, outcome uuid, today date) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN bool_or(k.answer = 'no') THEN 'refused'
    WHEN bool_or(k.answer IS NULL AND k.asked_by IS DISTINCT FROM 'nobody' AND p.status = 'active' AND (p.left_on IS NULL OR p.left_on > today))
      THEN 'waiting' ELSE 'agreed' END
  FROM contributor c JOIN person p ON p.organization_id = c.organization_id AND p.id = c.person_id
  LEFT JOIN stage_consent k ON k.organization_id = c.organization_id AND k.story_id = story AND k.person_id = c.person_id
  WHERE c.organization_id = org AND c.outcome_id = outcome
$$;

-- As before; and how each can be asked. Whom nobody could ask while it waited is not waited for once it is on stage.
CREATE OR REPLACE FUNCTION stage_refresh(org uuid, story uuid, today date, now timestamptz) RETURNS uuid[] LANGUAGE plpgsql AS $$
DECLARE s stage_story; o outcome; asked uuid[];
BEGIN
  SELECT x.* INTO s FROM stage_story x WHERE x.organization_id = org AND x.id = story FOR UPDATE;
  SELECT x.* INTO o FROM outcome x WHERE x.organization_id = org AND x.id = s.outcome_id;
  UPDATE stage_consent k SET asked_by = a.by, mail_state = CASE WHEN a.by = 'mail' THEN 'waiting' END
    FROM (SELECT y.person_id, stage_asks(org, y.person_id) AS by FROM stage_consent y
      WHERE y.organization_id = org AND y.story_id = story AND y.answer IS NULL AND y.asked_by <> 'mail') a
    WHERE k.organization_id = org AND k.story_id = story AND k.person_id = a.person_id AND k.asked_by <> a.by
      AND (k.asked_by = 'login' OR (s.standing <> 'agreed' AND (a.by = 'login' OR k.mail_state IS NULL)));
  WITH fresh AS (
    INSERT INTO stage_consent (organization_id, story_id, person_id, asked_at, asked_by, mail_state)
    SELECT org, story, c.person_id, now, a.by, CASE WHEN a.by = 'mail' THEN 'waiting' END
    FROM contributor c JOIN person p ON p.organization_id = c.organization_id AND p.id = c.person_id
    CROSS JOIN LATERAL (SELECT stage_asks(org, p.id) AS by) a
    WHERE c.organization_id = org AND c.outcome_id = s.outcome_id AND p.status = 'active' AND (p.left_on IS NULL OR p.left_on > today)
    ON CONFLICT (organization_id, story_id, person_id) DO NOTHING RETURNING person_id)
  SELECT coalesce(array_agg(f.person_id), '{}') INTO asked FROM fresh f;
  UPDATE stage_story x SET standing = stage_standing(org, story, s.outcome_id, today), type_id = o.type_id,
    words = search_vector(o.title, 'A') || search_vector(concat_ws(' ', x.quote, x.needed, x.learnt, x.thanks), 'B')
      || search_vector(concat_ws(' ', o.story_situation, o.story_action, o.story_result), 'C')
    WHERE x.organization_id = org AND x.id = story;
  DELETE FROM stage_team x WHERE x.organization_id = org AND x.story_id = story;
  INSERT INTO stage_team (organization_id, team_id, from_day, story_id)
  SELECT DISTINCT org, m.team_id, s.from_day, story FROM contributor c
    JOIN stage_consent k ON k.organization_id = c.organization_id AND k.story_id = story AND k.person_id = c.person_id AND k.answer = 'named'
    JOIN team_membership m ON m.organization_id = c.organization_id AND m.person_id = c.person_id
      AND (m.valid_from IS NULL OR m.valid_from <= o.occurred_on) AND (m.valid_to IS NULL OR m.valid_to > o.occurred_on)
    WHERE c.organization_id = org AND c.outcome_id = s.outcome_id;
  RETURN asked;
END $$;
