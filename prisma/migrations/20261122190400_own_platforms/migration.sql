-- AlterTable
ALTER TABLE "social_account" ADD COLUMN     "own_platform_id" UUID;

-- CreateTable
CREATE TABLE "own_platform" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "hosts" TEXT[],
    "pattern" TEXT,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "own_platform_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "own_platform_organization_id_name_key_key" ON "own_platform"("organization_id", "name_key");

-- AddForeignKey
ALTER TABLE "social_account" ADD CONSTRAINT "social_account_organization_id_own_platform_id_fkey" FOREIGN KEY ("organization_id", "own_platform_id") REFERENCES "own_platform"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The border, and what no row may say.
ALTER TABLE own_platform ENABLE ROW LEVEL SECURITY;
ALTER TABLE own_platform FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON own_platform USING (organization_id = (SELECT app_organization_id())) WITH CHECK (organization_id = (SELECT app_organization_id()));
ALTER TABLE own_platform ADD CHECK (cardinality(hosts) BETWEEN 1 AND 10), ADD CHECK (pattern LIKE '/%{handle}%');
ALTER TABLE social_account ADD CHECK ((platform = 'own') = (own_platform_id IS NOT NULL));
