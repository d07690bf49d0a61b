-- What else providers tell, beside runs and deployments: where roll-outs stand, artefacts, tickets and
-- alerts; how far each of a connection's feeds was read; and how and how often a connection asks.

ALTER TABLE connection ADD COLUMN services text DEFAULT '[]' NOT NULL;
ALTER TABLE connection ADD COLUMN every_minutes integer;
ALTER TABLE connection ADD COLUMN on_focus integer DEFAULT 0 NOT NULL;
ALTER TABLE connection ADD COLUMN ca text;
ALTER TABLE connection ADD COLUMN proxy text;

CREATE TABLE feed_state (
  connection_id text NOT NULL,
  feed text NOT NULL,
  watermark_at integer NOT NULL,
  PRIMARY KEY (connection_id, feed),
  FOREIGN KEY (connection_id) REFERENCES connection(id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO feed_state SELECT connection_id, 'runs', watermark_at
  FROM connection_state WHERE watermark_at IS NOT NULL;
INSERT INTO feed_state SELECT connection_id, 'deployments', deployments_watermark_at
  FROM connection_state WHERE deployments_watermark_at IS NOT NULL;
ALTER TABLE connection_state DROP COLUMN watermark_at;
ALTER TABLE connection_state DROP COLUMN deployments_watermark_at;
ALTER TABLE connection_state ADD COLUMN next_sync_at integer;

CREATE TABLE rollout (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  connection_id text NOT NULL,
  external_id text NOT NULL,
  object_kind text NOT NULL,
  name text NOT NULL,
  namespace text NOT NULL,
  environment text,
  revision text,
  images text NOT NULL,
  status text NOT NULL,
  warnings integer NOT NULL,
  raw_status text,
  raw_result text,
  note text NOT NULL,
  url text,
  updated_at integer,
  gone_at integer,
  batch_id text NOT NULL,
  FOREIGN KEY (connection_id) REFERENCES connection(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (batch_id) REFERENCES import_batch(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE UNIQUE INDEX rollout_key_idx ON rollout (connection_id, external_id);
CREATE INDEX rollout_place_idx ON rollout (connection_id, environment);

CREATE TABLE artefact (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  connection_id text NOT NULL,
  external_id text NOT NULL,
  repository text NOT NULL,
  name text NOT NULL,
  version text NOT NULL,
  digest text,
  published_at integer,
  size integer,
  url text,
  gone_at integer,
  batch_id text NOT NULL,
  FOREIGN KEY (connection_id) REFERENCES connection(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (batch_id) REFERENCES import_batch(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE UNIQUE INDEX artefact_key_idx ON artefact (connection_id, external_id);
CREATE INDEX artefact_version_idx ON artefact (name, version);
CREATE INDEX artefact_digest_idx ON artefact (digest);
CREATE INDEX artefact_published_idx ON artefact (published_at);

CREATE TABLE ticket (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  connection_id text NOT NULL,
  external_id text NOT NULL,
  key text NOT NULL,
  title text NOT NULL,
  type text NOT NULL,
  priority text,
  assignee text,
  labels text NOT NULL,
  releases text NOT NULL,
  status text NOT NULL,
  warnings integer NOT NULL,
  raw_status text,
  raw_result text,
  url text,
  created_at integer,
  started_at integer,
  updated_at integer,
  finished_at integer,
  gone_at integer,
  batch_id text NOT NULL,
  FOREIGN KEY (connection_id) REFERENCES connection(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (batch_id) REFERENCES import_batch(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE UNIQUE INDEX ticket_row_key_idx ON ticket (connection_id, external_id);
CREATE INDEX ticket_key_idx ON ticket (key);
CREATE INDEX ticket_updated_idx ON ticket (updated_at);

CREATE TABLE alert (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  connection_id text NOT NULL,
  external_id text NOT NULL,
  name text NOT NULL,
  labels text NOT NULL,
  note text NOT NULL,
  status text NOT NULL,
  warnings integer NOT NULL,
  raw_status text,
  raw_result text,
  url text,
  started_at integer,
  updated_at integer,
  finished_at integer,
  gone_at integer,
  batch_id text NOT NULL,
  FOREIGN KEY (connection_id) REFERENCES connection(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (batch_id) REFERENCES import_batch(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE UNIQUE INDEX alert_key_idx ON alert (connection_id, external_id);
CREATE INDEX alert_started_idx ON alert (started_at);
