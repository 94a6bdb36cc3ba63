-- The team of a person on a day is asked for every contributor of every list: from this index alone. With the plain one the planner took
-- the exclusion constraint's GiST index, five to ten times slower a person.

-- DropIndex
DROP INDEX "team_membership_organization_id_person_id_idx";

-- CreateIndex
CREATE INDEX "team_membership_organization_id_person_id_valid_from_valid__idx" ON "team_membership"("organization_id", "person_id", "valid_from", "valid_to", "team_id");
