-- CreateTable
CREATE TABLE "link_destination" (
    "organization_id" UUID NOT NULL,
    "link_id" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "destination" TEXT NOT NULL,

    CONSTRAINT "link_destination_pkey" PRIMARY KEY ("organization_id","link_id","changed_at")
);

-- AddForeignKey
ALTER TABLE "link_destination" ADD CONSTRAINT "link_destination_organization_id_link_id_fkey" FOREIGN KEY ("organization_id", "link_id") REFERENCES "link"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE link_destination ENABLE ROW LEVEL SECURITY;
ALTER TABLE link_destination FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON link_destination USING (organization_id = (SELECT app_organization_id())) WITH CHECK (organization_id = (SELECT app_organization_id()));
