-- Deployments as their providers tell them, beside the runs, and which environment of a provider is
-- which of the workspace.

ALTER TABLE connection ADD COLUMN environments text DEFAULT '[]' NOT NULL;
ALTER TABLE connection_state ADD COLUMN deployments_watermark_at integer;
ALTER TABLE import_batch ADD COLUMN kind text DEFAULT 'runs' NOT NULL;
ALTER TABLE import_change RENAME COLUMN run_id TO row_id;

CREATE TABLE provider_deployment (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  connection_id text NOT NULL,
  external_id text NOT NULL,
  attempt integer NOT NULL,
  application text NOT NULL,
  environment text,
  version text,
  status text NOT NULL,
  warnings integer NOT NULL,
  raw_status text,
  raw_result text,
  commit_id text NOT NULL,
  branch text,
  run_id text,
  note text NOT NULL,
  url text,
  created_at integer,
  started_at integer,
  updated_at integer,
  finished_at integer,
  batch_id text NOT NULL,
  FOREIGN KEY (connection_id) REFERENCES connection(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (batch_id) REFERENCES import_batch(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE UNIQUE INDEX provider_deployment_key_idx ON provider_deployment (connection_id, external_id, attempt);
CREATE INDEX provider_deployment_place_idx ON provider_deployment (connection_id, environment, created_at);
CREATE INDEX provider_deployment_commit_idx ON provider_deployment (commit_id);
CREATE INDEX provider_deployment_created_idx ON provider_deployment (created_at);
