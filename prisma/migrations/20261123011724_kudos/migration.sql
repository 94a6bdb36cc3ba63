-- CreateTable
CREATE TABLE "kudos" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "outcome_id" UUID NOT NULL,
    "writer_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "is_private" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "kudos_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "kudos_person" (
    "organization_id" UUID NOT NULL,
    "kudos_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "hidden_at" TIMESTAMPTZ(3),

    CONSTRAINT "kudos_person_pkey" PRIMARY KEY ("organization_id","kudos_id","person_id")
);

-- CreateTable
CREATE TABLE "portfolio" (
    "organization_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "shared_with" TEXT NOT NULL DEFAULT 'nobody',
    "shared_with_id" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "portfolio_pkey" PRIMARY KEY ("organization_id","person_id")
);

-- CreateIndex
CREATE INDEX "kudos_organization_id_outcome_id_at_idx" ON "kudos"("organization_id", "outcome_id", "at");

-- CreateIndex
CREATE INDEX "kudos_organization_id_writer_id_at_idx" ON "kudos"("organization_id", "writer_id", "at");

-- CreateIndex
CREATE INDEX "kudos_person_organization_id_person_id_idx" ON "kudos_person"("organization_id", "person_id");

-- CreateIndex
CREATE INDEX "portfolio_organization_id_shared_with_id_idx" ON "portfolio"("organization_id", "shared_with_id");

-- AddForeignKey
ALTER TABLE "kudos" ADD CONSTRAINT "kudos_organization_id_outcome_id_fkey" FOREIGN KEY ("organization_id", "outcome_id") REFERENCES "outcome"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kudos" ADD CONSTRAINT "kudos_organization_id_writer_id_fkey" FOREIGN KEY ("organization_id", "writer_id") REFERENCES "person"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kudos_person" ADD CONSTRAINT "kudos_person_organization_id_kudos_id_fkey" FOREIGN KEY ("organization_id", "kudos_id") REFERENCES "kudos"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kudos_person" ADD CONSTRAINT "kudos_person_organization_id_person_id_fkey" FOREIGN KEY ("organization_id", "person_id") REFERENCES "person"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio" ADD CONSTRAINT "portfolio_organization_id_person_id_fkey" FOREIGN KEY ("organization_id", "person_id") REFERENCES "person"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio" ADD CONSTRAINT "portfolio_organization_id_shared_with_id_fkey" FOREIGN KEY ("organization_id", "shared_with_id") REFERENCES "person"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE portfolio ADD CHECK (shared_with IN ('nobody', 'person', 'organization')), ADD CHECK ((shared_with = 'person') = (shared_with_id IS NOT NULL)),
  ADD CHECK (shared_with_id IS DISTINCT FROM person_id);
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['kudos', 'kudos_person', 'portfolio'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I USING (organization_id = (SELECT app_organization_id())) WITH CHECK (organization_id = (SELECT app_organization_id()))', t);
  END LOOP;
END $$;

-- Thanks go with what a result was merged into, without walking through all results.
CREATE INDEX outcome_merged_partial ON outcome (organization_id, merged_into_id) WHERE merged_into_id IS NOT NULL;
