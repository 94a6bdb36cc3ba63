-- With who acts, as of which versions: an answer that is kept for them needs no second question.
CREATE OR REPLACE FUNCTION open_actor(p_token text, p_slug text) RETURNS jsonb LANGUAGE plpgsql VOLATILE AS $$
DECLARE u "user"; o uuid;
BEGIN
  SELECT x.* INTO u FROM session s JOIN "user" x ON x.id = s.user_id WHERE s.token = p_token AND s.expires_at > now();
  IF u.id IS NULL THEN RETURN NULL; END IF;
  SELECT d.id INTO o FROM organization_directory d WHERE d.slug = p_slug;
  IF o IS NULL THEN RETURN jsonb_build_object('organizationId', NULL); END IF;
  PERFORM set_config('app.organization_id', o::text, true);
  RETURN actor_of(o, u, p_slug) || jsonb_build_object('versions', (SELECT jsonb_build_object('ledger', v.ledger_version::text, 'facts', v.facts_version::text)
    FROM organization_version v WHERE v.organization_id = o));
END $$;
