-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "social_account" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "platform" TEXT NOT NULL,
    "address" TEXT,
    "handle" TEXT,
    "address_key" TEXT,
    "purpose" TEXT NOT NULL,
    "visibility" TEXT NOT NULL,
    "consented_at" TIMESTAMPTZ(3) NOT NULL,
    "consent_text" TEXT NOT NULL,
    "proven_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "erased_at" TIMESTAMPTZ(3),
    "last_result_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "social_account_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "account_consent" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "account_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "visibility" TEXT NOT NULL,
    "consent_text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_consent_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "event" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "type" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_person_id" UUID,
    "import_id" UUID,
    "request_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "payload" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "event_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "credit" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "outcome_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "weight" INTEGER NOT NULL,
    "count_bp" INTEGER NOT NULL,
    "value_minor" BIGINT,
    "currency" CHAR(3),
    "digits" SMALLINT,
    "reporting_minor" BIGINT,
    "value_kind" TEXT NOT NULL,
    "effective_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "ledger_version" BIGINT NOT NULL,
    "cause" TEXT NOT NULL,
    "reverses" UUID,
    "side" TEXT NOT NULL,
    "rung" SMALLINT NOT NULL,
    "is_imported" BOOLEAN NOT NULL DEFAULT false,
    "days_to_verify" DECIMAL(10,4),
    "team_id" UUID,
    "type_id" UUID NOT NULL,
    "skill_id" UUID,
    "program_id" UUID,
    "objective_id" UUID,
    "is_lead" BOOLEAN NOT NULL,

    CONSTRAINT "credit_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "credit_channel" (
    "organization_id" UUID NOT NULL,
    "outcome_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "channel_id" UUID NOT NULL,

    CONSTRAINT "credit_channel_pkey" PRIMARY KEY ("organization_id","outcome_id","revision","channel_id")
);

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "language" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "token" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "user_id" UUID NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_account" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "auth_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attempt_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "attempt_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "organization_directory" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "slug" TEXT NOT NULL,

    CONSTRAINT "organization_directory_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organization" (
    "organization_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "reporting_currency" CHAR(3) NOT NULL,
    "fiscal_year_start_month" SMALLINT NOT NULL DEFAULT 1,
    "week_starts_on" SMALLINT NOT NULL DEFAULT 1,
    "first_allowed_day" DATE NOT NULL DEFAULT '2000-01-01'::date,
    "second_look_minor" BIGINT,
    "promise_days" SMALLINT NOT NULL DEFAULT 2,
    "verified_visibility" TEXT NOT NULL DEFAULT 'everyone',
    "value_visibility" TEXT NOT NULL DEFAULT 'reach',
    "is_demonstration" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("organization_id")
);

-- CreateTable
CREATE TABLE "organization_version" (
    "organization_id" UUID NOT NULL,
    "ledger_version" BIGINT NOT NULL DEFAULT 0,
    "facts_version" BIGINT NOT NULL DEFAULT 0,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organization_version_pkey" PRIMARY KEY ("organization_id")
);

-- CreateTable
CREATE TABLE "membership" (
    "organization_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "membership_pkey" PRIMARY KEY ("organization_id","user_id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "organization_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "granted_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("organization_id","person_id","role")
);

-- CreateTable
CREATE TABLE "access_link" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "kind" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "roles" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "token_hash" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "access_link_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "outcome_type" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "code" TEXT,
    "name" TEXT,
    "value_kind" TEXT NOT NULL,
    "pigment" SMALLINT NOT NULL,
    "position" SMALLINT NOT NULL,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "outcome_type_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "channel" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "kind" TEXT NOT NULL,
    "platform" TEXT,
    "code" TEXT,
    "name" TEXT,
    "name_key" TEXT,
    "position" SMALLINT NOT NULL,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "channel_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "skill" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "code" TEXT,
    "name" TEXT,
    "position" SMALLINT NOT NULL,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "skill_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "outcome" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "type_id" UUID,
    "title" TEXT NOT NULL DEFAULT '',
    "subject" TEXT NOT NULL DEFAULT '',
    "subject_key" TEXT NOT NULL DEFAULT '',
    "occurred_on" DATE,
    "first_touch_on" DATE,
    "value_minor" BIGINT,
    "currency" CHAR(3),
    "digits" SMALLINT,
    "reporting_minor" BIGINT,
    "side" TEXT NOT NULL DEFAULT 'not-stated',
    "rung" SMALLINT NOT NULL DEFAULT 1,
    "skill_id" UUID,
    "objective_id" UUID,
    "program_id" UUID,
    "story_situation" TEXT NOT NULL DEFAULT '',
    "story_action" TEXT NOT NULL DEFAULT '',
    "story_result" TEXT NOT NULL DEFAULT '',
    "author_id" UUID,
    "external_id" TEXT,
    "import_id" UUID,
    "merged_into_id" UUID,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "submitted_at" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "first_decider_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outcome_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "outcome_channel" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "outcome_id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "account_id" UUID,

    CONSTRAINT "outcome_channel_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "contributor" (
    "organization_id" UUID NOT NULL,
    "outcome_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "weight" INTEGER NOT NULL,
    "position" SMALLINT NOT NULL,

    CONSTRAINT "contributor_pkey" PRIMARY KEY ("organization_id","outcome_id","person_id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "outcome_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "url" TEXT,
    "label" TEXT NOT NULL DEFAULT '',
    "platform" TEXT,
    "account_id" UUID,
    "crm_id" TEXT,
    "added_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "outcome_version" (
    "organization_id" UUID NOT NULL,
    "outcome_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "snapshot" JSONB NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_person_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outcome_version_pkey" PRIMARY KEY ("organization_id","outcome_id","version")
);

-- CreateTable
CREATE TABLE "review_note" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "outcome_id" UUID NOT NULL,
    "reason_code" TEXT,
    "words" TEXT NOT NULL DEFAULT '',
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_note_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "person" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "external_id" TEXT,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "email" TEXT,
    "title" TEXT,
    "site" TEXT,
    "joined_on" DATE,
    "left_on" DATE,
    "status" TEXT NOT NULL DEFAULT 'active',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "team" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "external_id" TEXT,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "team_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "team_placement" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "team_id" UUID NOT NULL,
    "parent_id" UUID,
    "valid_from" DATE,
    "valid_to" DATE,

    CONSTRAINT "team_placement_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "team_membership" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "valid_from" DATE,
    "valid_to" DATE,

    CONSTRAINT "team_membership_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "team_manager" (
    "organization_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "team_manager_pkey" PRIMARY KEY ("organization_id","team_id","person_id")
);

-- CreateTable
CREATE TABLE "import" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'uploaded',
    "file_name" TEXT NOT NULL,
    "file_key" TEXT,
    "file_size" BIGINT NOT NULL,
    "file_hash" BYTEA NOT NULL,
    "reading" JSONB NOT NULL DEFAULT '{}',
    "mapping" JSONB NOT NULL DEFAULT '{}',
    "counts" JSONB NOT NULL DEFAULT '{}',
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "rows_total" INTEGER,
    "error_code" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "organization_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "result" TEXT NOT NULL,
    "external_id" TEXT,
    "faults" JSONB NOT NULL DEFAULT '[]',
    "subject_kind" TEXT,
    "subject_id" UUID,
    "version_after" INTEGER,
    "before" JSONB,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("organization_id","import_id","number")
);

-- CreateIndex
CREATE INDEX "social_account_organization_id_person_id_idx" ON "social_account"("organization_id", "person_id");

-- CreateIndex
CREATE INDEX "social_account_organization_id_platform_address_key_idx" ON "social_account"("organization_id", "platform", "address_key");

-- CreateIndex
CREATE INDEX "account_consent_organization_id_account_id_at_idx" ON "account_consent"("organization_id", "account_id", "at");

-- CreateIndex
CREATE INDEX "event_organization_id_subject_kind_subject_id_id_idx" ON "event"("organization_id", "subject_kind", "subject_id", "id");

-- CreateIndex
CREATE INDEX "event_organization_id_type_id_idx" ON "event"("organization_id", "type", "id");

-- CreateIndex
CREATE INDEX "credit_organization_id_outcome_id_idx" ON "credit"("organization_id", "outcome_id");

-- CreateIndex
CREATE INDEX "credit_organization_id_effective_on_idx" ON "credit"("organization_id", "effective_on");

-- CreateIndex
CREATE INDEX "credit_organization_id_person_id_effective_on_idx" ON "credit"("organization_id", "person_id", "effective_on");

-- CreateIndex
CREATE INDEX "credit_organization_id_ledger_version_idx" ON "credit"("organization_id", "ledger_version");

-- CreateIndex
CREATE UNIQUE INDEX "credit_organization_id_reverses_key" ON "credit"("organization_id", "reverses");

-- CreateIndex
CREATE INDEX "credit_channel_organization_id_channel_id_idx" ON "credit_channel"("organization_id", "channel_id");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "auth_account_user_id_idx" ON "auth_account"("user_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "organization_directory_slug_key" ON "organization_directory"("slug");

-- CreateIndex
CREATE INDEX "membership_user_id_idx" ON "membership"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_organization_id_person_id_key" ON "membership"("organization_id", "person_id");

-- CreateIndex
CREATE INDEX "access_link_organization_id_person_id_kind_idx" ON "access_link"("organization_id", "person_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "access_link_organization_id_token_hash_key" ON "access_link"("organization_id", "token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "outcome_type_organization_id_code_key" ON "outcome_type"("organization_id", "code");

-- CreateIndex
CREATE INDEX "channel_organization_id_name_key_idx" ON "channel"("organization_id", "name_key");

-- CreateIndex
CREATE UNIQUE INDEX "channel_organization_id_code_key" ON "channel"("organization_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "skill_organization_id_code_key" ON "skill"("organization_id", "code");

-- CreateIndex
CREATE INDEX "outcome_organization_id_external_id_idx" ON "outcome"("organization_id", "external_id");

-- CreateIndex
CREATE INDEX "outcome_channel_organization_id_outcome_id_idx" ON "outcome_channel"("organization_id", "outcome_id");

-- CreateIndex
CREATE INDEX "outcome_channel_organization_id_account_id_idx" ON "outcome_channel"("organization_id", "account_id");

-- CreateIndex
CREATE INDEX "outcome_channel_organization_id_channel_id_idx" ON "outcome_channel"("organization_id", "channel_id");

-- CreateIndex
CREATE INDEX "contributor_organization_id_person_id_idx" ON "contributor"("organization_id", "person_id");

-- CreateIndex
CREATE INDEX "evidence_organization_id_outcome_id_idx" ON "evidence"("organization_id", "outcome_id");

-- CreateIndex
CREATE INDEX "evidence_organization_id_account_id_idx" ON "evidence"("organization_id", "account_id");

-- CreateIndex
CREATE INDEX "review_note_organization_id_outcome_id_idx" ON "review_note"("organization_id", "outcome_id");

-- CreateIndex
CREATE INDEX "person_organization_id_name_key_idx" ON "person"("organization_id", "name_key");

-- CreateIndex
CREATE UNIQUE INDEX "person_organization_id_external_id_key" ON "person"("organization_id", "external_id");

-- CreateIndex
CREATE INDEX "team_organization_id_name_key_idx" ON "team"("organization_id", "name_key");

-- CreateIndex
CREATE UNIQUE INDEX "team_organization_id_external_id_key" ON "team"("organization_id", "external_id");

-- CreateIndex
CREATE INDEX "team_placement_organization_id_team_id_idx" ON "team_placement"("organization_id", "team_id");

-- CreateIndex
CREATE INDEX "team_placement_organization_id_parent_id_idx" ON "team_placement"("organization_id", "parent_id");

-- CreateIndex
CREATE INDEX "team_membership_organization_id_person_id_idx" ON "team_membership"("organization_id", "person_id");

-- CreateIndex
CREATE INDEX "team_membership_organization_id_team_id_idx" ON "team_membership"("organization_id", "team_id");

-- CreateIndex
CREATE INDEX "team_manager_organization_id_person_id_idx" ON "team_manager"("organization_id", "person_id");

-- CreateIndex
CREATE INDEX "import_organization_id_created_at_idx" ON "import"("organization_id", "created_at");

-- CreateIndex
CREATE INDEX "import_row_organization_id_import_id_result_idx" ON "import_row"("organization_id", "import_id", "result");

-- CreateIndex
CREATE INDEX "import_row_organization_id_subject_kind_subject_id_idx" ON "import_row"("organization_id", "subject_kind", "subject_id");

-- AddForeignKey
ALTER TABLE "social_account" ADD CONSTRAINT "social_account_organization_id_person_id_fkey" FOREIGN KEY ("organization_id", "person_id") REFERENCES "person"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_consent" ADD CONSTRAINT "account_consent_organization_id_account_id_fkey" FOREIGN KEY ("organization_id", "account_id") REFERENCES "social_account"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit" ADD CONSTRAINT "credit_organization_id_outcome_id_fkey" FOREIGN KEY ("organization_id", "outcome_id") REFERENCES "outcome"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "credit" ADD CONSTRAINT "credit_organization_id_person_id_fkey" FOREIGN KEY ("organization_id", "person_id") REFERENCES "person"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "credit" ADD CONSTRAINT "credit_organization_id_team_id_fkey" FOREIGN KEY ("organization_id", "team_id") REFERENCES "team"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "credit" ADD CONSTRAINT "credit_organization_id_type_id_fkey" FOREIGN KEY ("organization_id", "type_id") REFERENCES "outcome_type"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "credit" ADD CONSTRAINT "credit_organization_id_skill_id_fkey" FOREIGN KEY ("organization_id", "skill_id") REFERENCES "skill"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "credit" ADD CONSTRAINT "credit_organization_id_reverses_fkey" FOREIGN KEY ("organization_id", "reverses") REFERENCES "credit"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "credit_channel" ADD CONSTRAINT "credit_channel_organization_id_outcome_id_fkey" FOREIGN KEY ("organization_id", "outcome_id") REFERENCES "outcome"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "credit_channel" ADD CONSTRAINT "credit_channel_organization_id_channel_id_fkey" FOREIGN KEY ("organization_id", "channel_id") REFERENCES "channel"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "auth_account" ADD CONSTRAINT "auth_account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization_version" ADD CONSTRAINT "organization_version_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("organization_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_organization_id_person_id_fkey" FOREIGN KEY ("organization_id", "person_id") REFERENCES "person"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_organization_id_person_id_fkey" FOREIGN KEY ("organization_id", "person_id") REFERENCES "person"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_link" ADD CONSTRAINT "access_link_organization_id_person_id_fkey" FOREIGN KEY ("organization_id", "person_id") REFERENCES "person"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_organization_id_type_id_fkey" FOREIGN KEY ("organization_id", "type_id") REFERENCES "outcome_type"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_organization_id_skill_id_fkey" FOREIGN KEY ("organization_id", "skill_id") REFERENCES "skill"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_organization_id_author_id_fkey" FOREIGN KEY ("organization_id", "author_id") REFERENCES "person"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_organization_id_merged_into_id_fkey" FOREIGN KEY ("organization_id", "merged_into_id") REFERENCES "outcome"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_channel" ADD CONSTRAINT "outcome_channel_organization_id_outcome_id_fkey" FOREIGN KEY ("organization_id", "outcome_id") REFERENCES "outcome"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_channel" ADD CONSTRAINT "outcome_channel_organization_id_channel_id_fkey" FOREIGN KEY ("organization_id", "channel_id") REFERENCES "channel"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_channel" ADD CONSTRAINT "outcome_channel_organization_id_account_id_fkey" FOREIGN KEY ("organization_id", "account_id") REFERENCES "social_account"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contributor" ADD CONSTRAINT "contributor_organization_id_outcome_id_fkey" FOREIGN KEY ("organization_id", "outcome_id") REFERENCES "outcome"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contributor" ADD CONSTRAINT "contributor_organization_id_person_id_fkey" FOREIGN KEY ("organization_id", "person_id") REFERENCES "person"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_organization_id_outcome_id_fkey" FOREIGN KEY ("organization_id", "outcome_id") REFERENCES "outcome"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_organization_id_account_id_fkey" FOREIGN KEY ("organization_id", "account_id") REFERENCES "social_account"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_version" ADD CONSTRAINT "outcome_version_organization_id_outcome_id_fkey" FOREIGN KEY ("organization_id", "outcome_id") REFERENCES "outcome"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_note" ADD CONSTRAINT "review_note_organization_id_outcome_id_fkey" FOREIGN KEY ("organization_id", "outcome_id") REFERENCES "outcome"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_placement" ADD CONSTRAINT "team_placement_organization_id_team_id_fkey" FOREIGN KEY ("organization_id", "team_id") REFERENCES "team"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_placement" ADD CONSTRAINT "team_placement_organization_id_parent_id_fkey" FOREIGN KEY ("organization_id", "parent_id") REFERENCES "team"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_membership" ADD CONSTRAINT "team_membership_organization_id_person_id_fkey" FOREIGN KEY ("organization_id", "person_id") REFERENCES "person"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_membership" ADD CONSTRAINT "team_membership_organization_id_team_id_fkey" FOREIGN KEY ("organization_id", "team_id") REFERENCES "team"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_manager" ADD CONSTRAINT "team_manager_organization_id_team_id_fkey" FOREIGN KEY ("organization_id", "team_id") REFERENCES "team"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_manager" ADD CONSTRAINT "team_manager_organization_id_person_id_fkey" FOREIGN KEY ("organization_id", "person_id") REFERENCES "person"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_organization_id_import_id_fkey" FOREIGN KEY ("organization_id", "import_id") REFERENCES "import"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
