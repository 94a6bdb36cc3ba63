-- CreateTable
CREATE TABLE "program_page" (
    "organization_id" UUID NOT NULL,
    "program_id" UUID NOT NULL,
    "page" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "program_page_pkey" PRIMARY KEY ("organization_id","program_id","page","version")
);

-- CreateIndex
CREATE INDEX "program_page_organization_id_by_id_idx" ON "program_page"("organization_id", "by_id");

-- AddForeignKey
ALTER TABLE "program_page" ADD CONSTRAINT "program_page_organization_id_program_id_fkey" FOREIGN KEY ("organization_id", "program_id") REFERENCES "program"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program_page" ADD CONSTRAINT "program_page_organization_id_by_id_fkey" FOREIGN KEY ("organization_id", "by_id") REFERENCES "person"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE program_page ADD CHECK (page IN ('first-steps', 'examples', 'do-and-dont', 'disclosure')), ADD CHECK (version >= 1);
ALTER TABLE program_page ENABLE ROW LEVEL SECURITY;
ALTER TABLE program_page FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON program_page USING (organization_id = (SELECT app_organization_id())) WITH CHECK (organization_id = (SELECT app_organization_id()));
