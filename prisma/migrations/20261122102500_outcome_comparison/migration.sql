-- CreateTable
CREATE TABLE "outcome_comparison" (
    "organization_id" UUID NOT NULL,
    "outcome_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "is_decided" BOOLEAN NOT NULL,
    "verdict" TEXT NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outcome_comparison_pkey" PRIMARY KEY ("organization_id","outcome_id","other_id","is_decided")
);

-- CreateIndex
CREATE INDEX "outcome_comparison_organization_id_other_id_idx" ON "outcome_comparison"("organization_id", "other_id");

-- AddForeignKey
ALTER TABLE "outcome_comparison" ADD CONSTRAINT "outcome_comparison_organization_id_outcome_id_fkey" FOREIGN KEY ("organization_id", "outcome_id") REFERENCES "outcome"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_comparison" ADD CONSTRAINT "outcome_comparison_organization_id_other_id_fkey" FOREIGN KEY ("organization_id", "other_id") REFERENCES "outcome"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE outcome_comparison ADD CHECK (verdict IN ('same', 'another')), ADD CHECK (outcome_id <> other_id);
ALTER TABLE outcome_comparison ENABLE ROW LEVEL SECURITY;
ALTER TABLE outcome_comparison FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON outcome_comparison USING (organization_id = (SELECT app_organization_id())) WITH CHECK (organization_id = (SELECT app_organization_id()));

-- A deal is counted once: two results under one number of the CRM are never both verified, but for the opportunity beside the win that
-- it became. Asked when the transaction ends; by then it holds the organization's ledger, so no other can be half way.
CREATE FUNCTION deal_is_counted_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM outcome n JOIN outcome_type nt ON nt.organization_id = n.organization_id AND nt.id = n.type_id
    JOIN outcome o ON o.organization_id = n.organization_id AND o.external_id = n.external_id AND o.id <> n.id AND o.state = 'verified'
    JOIN outcome_type ot ON ot.organization_id = o.organization_id AND ot.id = o.type_id AND ot.value_kind = nt.value_kind
    WHERE n.organization_id = NEW.organization_id AND n.id = NEW.id AND n.state = 'verified') THEN
    RAISE EXCEPTION 'the deal of outcome % is counted already', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER counted_once AFTER INSERT OR UPDATE ON outcome DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.state = 'verified' AND NEW.external_id IS NOT NULL) EXECUTE FUNCTION deal_is_counted_once();
