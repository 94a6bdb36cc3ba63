-- CreateTable
CREATE TABLE "stage_story" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "outcome_id" UUID NOT NULL,
    "type_id" UUID,
    "chosen_by_id" UUID NOT NULL,
    "chosen_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "quote" TEXT NOT NULL DEFAULT '',
    "needed" TEXT NOT NULL DEFAULT '',
    "learnt" TEXT NOT NULL DEFAULT '',
    "thanks" TEXT NOT NULL DEFAULT '',
    "is_client_withheld" BOOLEAN NOT NULL,
    "client_as" TEXT NOT NULL DEFAULT '',
    "from_day" DATE NOT NULL,
    "until_day" DATE,
    "is_lead" BOOLEAN NOT NULL,
    "standing" TEXT NOT NULL DEFAULT 'waiting',
    "down_at" TIMESTAMPTZ(3),
    "down_by_id" UUID,
    "down_cause" TEXT,
    "down_reason" TEXT NOT NULL DEFAULT '',
    "code" TEXT NOT NULL,
    "words" tsvector NOT NULL DEFAULT ''::tsvector,

    CONSTRAINT "stage_story_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "stage_consent" (
    "organization_id" UUID NOT NULL,
    "story_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "stage_consent_pkey" PRIMARY KEY ("organization_id","story_id","person_id")
);

-- CreateTable
CREATE TABLE "stage_team" (
    "organization_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "story_id" UUID NOT NULL,

    CONSTRAINT "stage_team_pkey" PRIMARY KEY ("organization_id","team_id","from_day","story_id")
);

-- CreateIndex
CREATE INDEX "stage_story_organization_id_outcome_id_idx" ON "stage_story"("organization_id", "outcome_id");

-- CreateIndex
CREATE INDEX "stage_story_organization_id_type_id_idx" ON "stage_story"("organization_id", "type_id");

-- CreateIndex
CREATE INDEX "stage_story_organization_id_chosen_by_id_idx" ON "stage_story"("organization_id", "chosen_by_id");

-- CreateIndex
CREATE INDEX "stage_story_organization_id_down_by_id_idx" ON "stage_story"("organization_id", "down_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "stage_story_organization_id_code_key" ON "stage_story"("organization_id", "code");

-- CreateIndex
CREATE INDEX "stage_consent_organization_id_person_id_idx" ON "stage_consent"("organization_id", "person_id");

-- CreateIndex
CREATE INDEX "stage_team_organization_id_story_id_idx" ON "stage_team"("organization_id", "story_id");

-- AddForeignKey
ALTER TABLE "stage_story" ADD CONSTRAINT "stage_story_organization_id_outcome_id_fkey" FOREIGN KEY ("organization_id", "outcome_id") REFERENCES "outcome"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_story" ADD CONSTRAINT "stage_story_organization_id_type_id_fkey" FOREIGN KEY ("organization_id", "type_id") REFERENCES "outcome_type"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_story" ADD CONSTRAINT "stage_story_organization_id_chosen_by_id_fkey" FOREIGN KEY ("organization_id", "chosen_by_id") REFERENCES "person"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_story" ADD CONSTRAINT "stage_story_organization_id_down_by_id_fkey" FOREIGN KEY ("organization_id", "down_by_id") REFERENCES "person"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_consent" ADD CONSTRAINT "stage_consent_organization_id_story_id_fkey" FOREIGN KEY ("organization_id", "story_id") REFERENCES "stage_story"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_consent" ADD CONSTRAINT "stage_consent_organization_id_person_id_fkey" FOREIGN KEY ("organization_id", "person_id") REFERENCES "person"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_team" ADD CONSTRAINT "stage_team_organization_id_team_id_fkey" FOREIGN KEY ("organization_id", "team_id") REFERENCES "team"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_team" ADD CONSTRAINT "stage_team_organization_id_story_id_fkey" FOREIGN KEY ("organization_id", "story_id") REFERENCES "stage_story"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE stage_story ADD CHECK (standing IN ('waiting', 'agreed', 'refused')), ADD CHECK (down_cause IN ('taken-down', 'outcome', 'undone')),
  ADD CHECK ((down_at IS NULL) = (down_cause IS NULL)), ADD CHECK (until_day IS NULL OR until_day >= from_day);
ALTER TABLE stage_consent ADD CHECK (answer IN ('named', 'unnamed', 'no')), ADD CHECK ((answer IS NULL) = (answered_at IS NULL));

-- One of a result at a time.
CREATE UNIQUE INDEX stage_story_standing_partial ON stage_story (organization_id, outcome_id) WHERE down_at IS NULL;
-- What may be read, by day; of a type, by day.
CREATE INDEX stage_story_shown_partial ON stage_story (organization_id, from_day DESC, id DESC) WHERE down_at IS NULL AND standing = 'agreed';
CREATE INDEX stage_story_type_partial ON stage_story (organization_id, type_id, from_day DESC, id DESC) WHERE down_at IS NULL AND standing = 'agreed';
-- What waits: few.
CREATE INDEX stage_story_open_partial ON stage_story (organization_id, from_day) WHERE down_at IS NULL AND standing <> 'agreed';
CREATE INDEX stage_words_search ON stage_story USING gin (words) WITH (gin_pending_list_limit = 256);

ALTER TABLE stage_story ENABLE ROW LEVEL SECURITY;
ALTER TABLE stage_story FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON stage_story USING (organization_id = (SELECT app_organization_id())) WITH CHECK (organization_id = (SELECT app_organization_id()));
ALTER TABLE stage_consent ENABLE ROW LEVEL SECURITY;
ALTER TABLE stage_consent FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON stage_consent USING (organization_id = (SELECT app_organization_id())) WITH CHECK (organization_id = (SELECT app_organization_id()));
ALTER TABLE stage_team ENABLE ROW LEVEL SECURITY;
ALTER TABLE stage_team FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON stage_team USING (organization_id = (SELECT app_organization_id())) WITH CHECK (organization_id = (SELECT app_organization_id()));
-- Searched through a view of the owner, as results are: docs/decisions/012.
CREATE POLICY through_the_view ON stage_story FOR SELECT TO CURRENT_USER USING (TRUE);
CREATE VIEW stage_words AS SELECT organization_id, id AS story_id, words FROM stage_story WHERE organization_id = (SELECT app_organization_id());

-- `standingOf` of the rules: a "no" of anybody who takes part holds; whoever is still here and has not answered is waited for.
CREATE FUNCTION stage_standing(org uuid, story uuid, outcome uuid, today date) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN bool_or(k.answer = 'no') THEN 'refused'
    WHEN bool_or(k.answer IS NULL AND p.status = 'active' AND (p.left_on IS NULL OR p.left_on > today)) THEN 'waiting' ELSE 'agreed' END
  FROM contributor c JOIN person p ON p.organization_id = c.organization_id AND p.id = c.person_id
  LEFT JOIN stage_consent k ON k.organization_id = c.organization_id AND k.story_id = story AND k.person_id = c.person_id
  WHERE c.organization_id = org AND c.outcome_id = outcome
$$;

-- What follows from the result, its people and what they said. Asks whoever was not asked yet, and says who that was.
CREATE FUNCTION stage_refresh(org uuid, story uuid, today date, now timestamptz) RETURNS uuid[] LANGUAGE plpgsql AS $$
DECLARE s stage_story; o outcome; asked uuid[];
BEGIN
  SELECT x.* INTO s FROM stage_story x WHERE x.organization_id = org AND x.id = story FOR UPDATE;
  SELECT x.* INTO o FROM outcome x WHERE x.organization_id = org AND x.id = s.outcome_id;
  WITH fresh AS (
    INSERT INTO stage_consent (organization_id, story_id, person_id, asked_at)
    SELECT org, story, c.person_id, now FROM contributor c JOIN person p ON p.organization_id = c.organization_id AND p.id = c.person_id
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

-- A result that changes takes its story with it, in the same transaction, whoever changes it and by whichever way. Asked when the
-- transaction ends, of the result as it is then; rows that were never verified cost nothing.
CREATE FUNCTION stage_follows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE s stage_story; asked uuid[]; today date;
BEGIN
  SELECT x.* INTO s FROM stage_story x WHERE x.organization_id = NEW.organization_id AND x.outcome_id = NEW.id AND x.down_at IS NULL;
  IF s.id IS NULL THEN RETURN NULL; END IF;
  IF (SELECT o.state FROM outcome o WHERE o.organization_id = NEW.organization_id AND o.id = NEW.id) <> 'verified' THEN
    UPDATE stage_story x SET down_at = NEW.updated_at, down_cause = 'outcome', version = x.version + 1
      WHERE x.organization_id = s.organization_id AND x.id = s.id;
    INSERT INTO event (organization_id, type, subject_kind, subject_id, actor_kind, at, payload) VALUES (s.organization_id, 'story.taken-down',
      'story', s.id, 'system', NEW.updated_at, jsonb_build_object('outcomeId', s.outcome_id, 'cause', 'outcome', 'toId', s.chosen_by_id));
    RETURN NULL;
  END IF;
  SELECT (now() AT TIME ZONE g.time_zone)::date INTO today FROM organization g WHERE g.organization_id = s.organization_id;
  asked := stage_refresh(s.organization_id, s.id, today, NEW.updated_at);
  IF cardinality(asked) > 0 THEN
    INSERT INTO event (organization_id, type, subject_kind, subject_id, actor_kind, at, payload) VALUES (s.organization_id, 'story.asked',
      'story', s.id, 'system', NEW.updated_at, jsonb_build_object('outcomeId', s.outcome_id, 'personIds', to_jsonb(asked)));
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER stage_follows AFTER UPDATE ON outcome DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.state = 'verified' AND (NEW.state <> 'verified' OR NEW.version <> OLD.version)) EXECUTE FUNCTION stage_follows();
