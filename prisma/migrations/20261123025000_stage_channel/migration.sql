-- AlterTable
ALTER TABLE "stage_story" ADD COLUMN     "posted_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "stage_channel" (
    "organization_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "language" TEXT NOT NULL,
    "set_by_id" UUID NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "failure" TEXT,
    "failure_status" SMALLINT,

    CONSTRAINT "stage_channel_pkey" PRIMARY KEY ("organization_id")
);

-- CreateIndex
CREATE INDEX "stage_channel_organization_id_set_by_id_idx" ON "stage_channel"("organization_id", "set_by_id");

-- AddForeignKey
ALTER TABLE "stage_channel" ADD CONSTRAINT "stage_channel_organization_id_set_by_id_fkey" FOREIGN KEY ("organization_id", "set_by_id") REFERENCES "person"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE stage_channel ADD CHECK (kind IN ('slack', 'teams')), ADD CHECK (language IN ('fr', 'en')), ADD CHECK ((failed_at IS NULL) = (failure IS NULL));
ALTER TABLE stage_channel ENABLE ROW LEVEL SECURITY;
ALTER TABLE stage_channel FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON stage_channel USING (organization_id = (SELECT app_organization_id())) WITH CHECK (organization_id = (SELECT app_organization_id()));
