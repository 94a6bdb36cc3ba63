-- CreateTable
CREATE TABLE "link_code" (
    "code" TEXT NOT NULL,
    "organization_id" UUID NOT NULL,
    "link_id" UUID NOT NULL,

    CONSTRAINT "link_code_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "link" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "destination" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "account_id" UUID,
    "program_id" UUID,
    "utm_source" TEXT NOT NULL,
    "utm_medium" TEXT NOT NULL,
    "utm_campaign" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "last_day" DATE,
    "expires_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "checked_at" TIMESTAMPTZ(3),
    "failure" TEXT,
    "failure_status" SMALLINT,

    CONSTRAINT "link_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "link_visit" (
    "organization_id" UUID NOT NULL,
    "link_id" UUID NOT NULL,
    "hour" TIMESTAMPTZ(0) NOT NULL,
    "host" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "visits" INTEGER NOT NULL,

    CONSTRAINT "link_visit_pkey" PRIMARY KEY ("organization_id","link_id","hour","host","device","kind")
);

-- CreateTable
CREATE TABLE "link_domain" (
    "organization_id" UUID NOT NULL,
    "host" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "link_domain_pkey" PRIMARY KEY ("organization_id","host")
);

-- CreateIndex
CREATE INDEX "link_organization_id_person_id_created_at_idx" ON "link"("organization_id", "person_id", "created_at");

-- CreateIndex
CREATE INDEX "link_organization_id_account_id_idx" ON "link"("organization_id", "account_id");

-- CreateIndex
CREATE INDEX "link_organization_id_program_id_idx" ON "link"("organization_id", "program_id");

-- CreateIndex
CREATE UNIQUE INDEX "link_organization_id_code_key" ON "link"("organization_id", "code");

-- CreateIndex
CREATE INDEX "link_visit_organization_id_hour_idx" ON "link_visit"("organization_id", "hour");

-- AddForeignKey
ALTER TABLE "link" ADD CONSTRAINT "link_organization_id_person_id_fkey" FOREIGN KEY ("organization_id", "person_id") REFERENCES "person"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link" ADD CONSTRAINT "link_organization_id_account_id_fkey" FOREIGN KEY ("organization_id", "account_id") REFERENCES "social_account"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link" ADD CONSTRAINT "link_organization_id_program_id_fkey" FOREIGN KEY ("organization_id", "program_id") REFERENCES "program"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link_visit" ADD CONSTRAINT "link_visit_organization_id_link_id_fkey" FOREIGN KEY ("organization_id", "link_id") REFERENCES "link"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE link ADD CHECK (utm_source = lower(utm_source)), ADD CHECK (utm_campaign = lower(utm_campaign)), ADD CHECK ((last_day IS NULL) = (expires_at IS NULL)),
  ADD CHECK (failure IS NULL OR checked_at IS NOT NULL);
ALTER TABLE link_visit ADD CHECK (visits > 0), ADD CHECK (hour = date_trunc('hour', hour AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'),
  ADD CHECK (device IN ('phone', 'tablet', 'computer', 'other')), ADD CHECK (kind IN ('human', 'preview', 'robot'));
ALTER TABLE link ENABLE ROW LEVEL SECURITY;
ALTER TABLE link FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON link USING (organization_id = (SELECT app_organization_id())) WITH CHECK (organization_id = (SELECT app_organization_id()));
ALTER TABLE link_visit ENABLE ROW LEVEL SECURITY;
ALTER TABLE link_visit FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON link_visit USING (organization_id = (SELECT app_organization_id())) WITH CHECK (organization_id = (SELECT app_organization_id()));
ALTER TABLE link_domain ENABLE ROW LEVEL SECURITY;
ALTER TABLE link_domain FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON link_domain USING (organization_id = (SELECT app_organization_id())) WITH CHECK (organization_id = (SELECT app_organization_id()));
-- A code is given once and for ever.
CREATE TRIGGER code_stays BEFORE UPDATE OR DELETE ON link_code FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What a visitor of nobody's asks: a link by its code alone, in one statement. As at the gate, the directory says whose it is; from then on it sees that organization.
CREATE FUNCTION open_link(p_code text) RETURNS jsonb LANGUAGE plpgsql VOLATILE AS $$
DECLARE c link_code;
BEGIN
  SELECT x.* INTO c FROM link_code x WHERE x.code = p_code;
  IF c.code IS NULL THEN RETURN NULL; END IF;
  PERFORM set_config('app.organization_id', c.organization_id::text, true);
  RETURN (SELECT jsonb_build_object('organizationId', l.organization_id, 'linkId', l.id, 'destination', l.destination, 'source', l.utm_source, 'medium', l.utm_medium,
      'campaign', l.utm_campaign, 'content', l.code, 'expiresAt', to_char(l.expires_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'isWithdrawn', l.withdrawn_at IS NOT NULL, 'hasOwnerLeft', p.status <> 'active',
      'domains', (SELECT coalesce(jsonb_agg(d.host), '[]') FROM link_domain d WHERE d.organization_id = l.organization_id))
    FROM link l JOIN person p ON p.organization_id = l.organization_id AND p.id = l.person_id
    WHERE l.organization_id = c.organization_id AND l.id = c.link_id);
END $$;

-- Visits that a server gathered, of any organizations: counted, and the account that a link is shared from is told the latest day on which a person followed it.
-- Rows in one order, so that two servers never wait for each other crosswise. Rows: {o, l, h, r, d, k, n}.
CREATE FUNCTION record_visits(p_rows jsonb) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
DECLARE org uuid; told int;
BEGIN
  FOR org IN SELECT DISTINCT (x->>'o')::uuid FROM jsonb_array_elements(p_rows) x ORDER BY 1 LOOP
    PERFORM set_config('app.organization_id', org::text, true);
    INSERT INTO link_visit AS v (organization_id, link_id, hour, host, device, kind, visits)
      SELECT org, x.l, x.h, x.r, x.d, x.k, sum(x.n) FROM jsonb_to_recordset(p_rows) AS x(o uuid, l uuid, h timestamptz, r text, d text, k text, n int)
      JOIN link l ON l.organization_id = org AND l.id = x.l WHERE x.o = org GROUP BY x.l, x.h, x.r, x.d, x.k ORDER BY x.l, x.h, x.r, x.d, x.k
      ON CONFLICT (organization_id, link_id, hour, host, device, kind) DO UPDATE SET visits = v.visits + excluded.visits;
    WITH latest AS (
      SELECT l.account_id AS id, max((x.h AT TIME ZONE g.time_zone)::date) AS day
      FROM jsonb_to_recordset(p_rows) AS x(o uuid, l uuid, h timestamptz, k text) JOIN link l ON l.organization_id = org AND l.id = x.l
      JOIN organization g ON g.organization_id = org WHERE x.o = org AND x.k = 'human' AND l.account_id IS NOT NULL GROUP BY l.account_id),
    newer AS (SELECT a.id, n.day FROM latest n JOIN social_account a ON a.organization_id = org AND a.id = n.id
      WHERE a.withdrawn_at IS NULL AND (a.visited_on IS NULL OR a.visited_on < n.day) ORDER BY a.id FOR NO KEY UPDATE OF a)
    UPDATE social_account a SET visited_on = n.day FROM newer n WHERE a.organization_id = org AND a.id = n.id;
    GET DIAGNOSTICS told = ROW_COUNT;
    -- A figure of accounts in use may be another now: at most once a day and account.
    IF told > 0 THEN UPDATE organization_version SET facts_version = facts_version + 1, recorded_at = greatest(clock_timestamp(), recorded_at + interval '1 microsecond') WHERE organization_id = org; END IF;
  END LOOP;
END $$;
