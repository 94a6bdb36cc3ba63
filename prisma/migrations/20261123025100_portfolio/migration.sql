-- AlterTable
ALTER TABLE "portfolio" ADD COLUMN     "withholds_clients" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "portfolio_link" (
    "organization_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "made_by_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "fetched_at" TIMESTAMPTZ(3),

    CONSTRAINT "portfolio_link_pkey" PRIMARY KEY ("organization_id","person_id")
);

-- CreateIndex
CREATE INDEX "portfolio_link_organization_id_made_by_id_idx" ON "portfolio_link"("organization_id", "made_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "portfolio_link_organization_id_token_hash_key" ON "portfolio_link"("organization_id", "token_hash");

-- AddForeignKey
ALTER TABLE "portfolio_link" ADD CONSTRAINT "portfolio_link_organization_id_person_id_fkey" FOREIGN KEY ("organization_id", "person_id") REFERENCES "person"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio_link" ADD CONSTRAINT "portfolio_link_organization_id_made_by_id_fkey" FOREIGN KEY ("organization_id", "made_by_id") REFERENCES "person"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE portfolio_link ENABLE ROW LEVEL SECURITY;
ALTER TABLE portfolio_link FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON portfolio_link USING (organization_id = (SELECT app_organization_id())) WITH CHECK (organization_id = (SELECT app_organization_id()));
