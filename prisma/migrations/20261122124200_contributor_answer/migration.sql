-- AlterTable
ALTER TABLE "evidence" ADD COLUMN     "is_from_client" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "contributor_answer" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "outcome_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "answer" TEXT NOT NULL,
    "points" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "words" TEXT NOT NULL DEFAULT '',
    "proposal" JSONB,
    "version" INTEGER NOT NULL,
    "split" TEXT NOT NULL,
    "proposed_split" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),
    "settled_by_id" UUID,

    CONSTRAINT "contributor_answer_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "contributor_answer_organization_id_outcome_id_idx" ON "contributor_answer"("organization_id", "outcome_id");

-- CreateIndex
CREATE INDEX "contributor_answer_organization_id_person_id_idx" ON "contributor_answer"("organization_id", "person_id");

-- AddForeignKey
ALTER TABLE "contributor_answer" ADD CONSTRAINT "contributor_answer_organization_id_outcome_id_fkey" FOREIGN KEY ("organization_id", "outcome_id") REFERENCES "outcome"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contributor_answer" ADD CONSTRAINT "contributor_answer_organization_id_person_id_fkey" FOREIGN KEY ("organization_id", "person_id") REFERENCES "person"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE contributor_answer ADD CHECK (answer IN ('confirmed', 'objected')),
  ADD CHECK (points <@ ARRAY['not-me', 'share', 'role', 'somebody-missing']), ADD CHECK (answer = 'objected' OR cardinality(points) = 0);
CREATE UNIQUE INDEX contributor_answer_standing_partial ON contributor_answer (organization_id, outcome_id, person_id) WHERE ended_at IS NULL;
CREATE INDEX contributor_answer_open_partial ON contributor_answer (organization_id, outcome_id)
  WHERE answer = 'objected' AND ended_at IS NULL AND settled_at IS NULL;
ALTER TABLE contributor_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE contributor_answer FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON contributor_answer USING (organization_id = (SELECT app_organization_id())) WITH CHECK (organization_id = (SELECT app_organization_id()));
