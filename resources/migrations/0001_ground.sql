-- The ground: workspace, planning, governance, delivery and the journal.
-- The triggers are a guard rail against other programs; the hash chain is what proves.

CREATE TABLE connection (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  provider text NOT NULL,
  name text NOT NULL,
  base_url text NOT NULL,
  repository text NOT NULL,
  workflows text NOT NULL
);
CREATE TABLE connection_state (
  connection_id text PRIMARY KEY NOT NULL,
  watermark_at integer,
  last_success_at integer,
  last_tried_at integer,
  last_error text,
  rate_limited_until integer,
  added integer,
  updated integer,
  unchanged integer,
  rejected integer,
  warnings text,
  FOREIGN KEY (connection_id) REFERENCES connection(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE etag (
  connection_id text NOT NULL,
  url text NOT NULL,
  etag text NOT NULL,
  PRIMARY KEY(connection_id, url),
  FOREIGN KEY (connection_id) REFERENCES connection(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE import_batch (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  connection_id text NOT NULL,
  source text NOT NULL,
  name text NOT NULL,
  as_of integer NOT NULL,
  added integer NOT NULL,
  updated integer NOT NULL,
  unchanged integer NOT NULL,
  rejected integer NOT NULL,
  digest text NOT NULL,
  FOREIGN KEY (connection_id) REFERENCES connection(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE pipeline_run (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  connection_id text NOT NULL,
  external_id text NOT NULL,
  attempt integer NOT NULL,
  number integer,
  workflow text NOT NULL,
  workflow_name text NOT NULL,
  title text NOT NULL,
  status text NOT NULL,
  warnings integer NOT NULL,
  raw_status text,
  raw_result text,
  commit_id text NOT NULL,
  branch text,
  event text NOT NULL,
  url text,
  created_at integer,
  started_at integer,
  updated_at integer,
  finished_at integer,
  FOREIGN KEY (connection_id) REFERENCES connection(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE UNIQUE INDEX pipeline_run_key_idx ON pipeline_run (connection_id,external_id,attempt);CREATE INDEX pipeline_run_commit_idx ON pipeline_run (commit_id);CREATE INDEX pipeline_run_created_idx ON pipeline_run (created_at);CREATE TABLE acknowledgement (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  release_id text NOT NULL,
  gate_id text NOT NULL,
  run_id text NOT NULL,
  by_id text NOT NULL,
  at integer NOT NULL,
  reason text NOT NULL,
  FOREIGN KEY (release_id) REFERENCES release(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (gate_id) REFERENCES gate(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (by_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX acknowledgement_release_idx ON acknowledgement (release_id);CREATE TABLE approval_request (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  release_id text NOT NULL,
  gate_id text NOT NULL,
  requested_by_id text NOT NULL,
  requested_at integer NOT NULL,
  note text NOT NULL,
  FOREIGN KEY (release_id) REFERENCES release(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (gate_id) REFERENCES gate(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (requested_by_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX approval_request_release_idx ON approval_request (release_id);CREATE TABLE checklist_item (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  release_id text NOT NULL,
  phase text NOT NULL,
  text text NOT NULL,
  position text NOT NULL,
  state text NOT NULL,
  evidence text NOT NULL,
  reason text NOT NULL,
  set_by_id text,
  set_at integer,
  FOREIGN KEY (release_id) REFERENCES release(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (set_by_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX checklist_item_release_idx ON checklist_item (release_id);CREATE TABLE decision (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  release_id text NOT NULL,
  gate_id text NOT NULL,
  place_key text NOT NULL,
  outcome text NOT NULL,
  decided_by_id text NOT NULL,
  recorded_by_id text NOT NULL,
  channel text NOT NULL,
  decided_at integer NOT NULL,
  recorded_at integer NOT NULL,
  comment text NOT NULL,
  fingerprint text NOT NULL,
  facts text NOT NULL,
  second_place integer NOT NULL,
  FOREIGN KEY (release_id) REFERENCES release(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (gate_id) REFERENCES gate(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (decided_by_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (recorded_by_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX decision_release_idx ON decision (release_id);CREATE TABLE decision_condition (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  release_id text NOT NULL,
  decision_id text NOT NULL,
  text text NOT NULL,
  owner_id text NOT NULL,
  due_on text NOT NULL,
  met_at integer,
  met_by_id text,
  FOREIGN KEY (release_id) REFERENCES release(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (decision_id) REFERENCES decision(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (owner_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (met_by_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX decision_condition_release_idx ON decision_condition (release_id);CREATE TABLE decision_withdrawal (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  release_id text NOT NULL,
  decision_id text NOT NULL,
  at integer NOT NULL,
  by_id text NOT NULL,
  reason text NOT NULL,
  FOREIGN KEY (release_id) REFERENCES release(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (decision_id) REFERENCES decision(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (by_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX decision_withdrawal_release_idx ON decision_withdrawal (release_id);CREATE TABLE gate (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  release_id text NOT NULL,
  key text NOT NULL,
  name text NOT NULL,
  phase text NOT NULL,
  check_kind text NOT NULL,
  why text NOT NULL,
  places text NOT NULL,
  facts text NOT NULL,
  position text NOT NULL,
  FOREIGN KEY (release_id) REFERENCES release(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX gate_release_idx ON gate (release_id);CREATE TABLE risk (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  release_id text NOT NULL,
  title text NOT NULL,
  likelihood integer NOT NULL,
  impact integer NOT NULL,
  mitigation text NOT NULL,
  owner_id text,
  state text NOT NULL,
  FOREIGN KEY (release_id) REFERENCES release(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (owner_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX risk_release_idx ON risk (release_id);CREATE TABLE inbox_applied (
  change_id text PRIMARY KEY NOT NULL,
  applied_at integer NOT NULL
);
CREATE TABLE change_journal (
  change_id text PRIMARY KEY NOT NULL,
  device_id text NOT NULL,
  device_seq integer NOT NULL,
  hlc text NOT NULL,
  at integer NOT NULL,
  actor_id text,
  command_id text NOT NULL,
  command text NOT NULL,
  entity text NOT NULL,
  entity_id text NOT NULL,
  release_id text,
  op text NOT NULL,
  fields_json text NOT NULL,
  base_rev integer NOT NULL,
  schema_version integer NOT NULL,
  origin text NOT NULL,
  prev_hash text NOT NULL,
  hash text NOT NULL
);
CREATE UNIQUE INDEX change_journal_chain_idx ON change_journal (device_id,device_seq);CREATE INDEX change_journal_entity_idx ON change_journal (entity_id,base_rev);CREATE INDEX change_journal_release_idx ON change_journal (release_id,hlc);CREATE TABLE meta (
  key text PRIMARY KEY NOT NULL,
  value text NOT NULL
);
CREATE TABLE sync_state (
  peer text PRIMARY KEY NOT NULL,
  last_pulled text,
  last_pushed text
);
CREATE TABLE component (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  release_id text NOT NULL,
  service_id text NOT NULL,
  version text NOT NULL,
  commit_id text,
  artefact text,
  FOREIGN KEY (release_id) REFERENCES release(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (service_id) REFERENCES service(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX component_release_idx ON component (release_id);CREATE TABLE deployment (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  release_id text NOT NULL,
  environment_id text NOT NULL,
  region text NOT NULL,
  start_at integer NOT NULL,
  zone text NOT NULL,
  duration_minutes integer NOT NULL,
  actual_start_at integer,
  actual_end_at integer,
  result text,
  FOREIGN KEY (release_id) REFERENCES release(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (environment_id) REFERENCES environment(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX deployment_release_idx ON deployment (release_id,start_at);CREATE INDEX deployment_start_idx ON deployment (start_at);CREATE TABLE release (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  number integer NOT NULL,
  name text NOT NULL,
  type text NOT NULL,
  phase text NOT NULL,
  outcome text,
  owner_id text NOT NULL,
  requester_id text NOT NULL,
  notes text NOT NULL,
  change_number text NOT NULL,
  data_migration integer NOT NULL,
  created_at integer NOT NULL,
  FOREIGN KEY (owner_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (requester_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX release_phase_idx ON release (phase);CREATE TABLE release_phase (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  release_id text NOT NULL,
  phase text NOT NULL,
  planned_on text,
  entered_at integer,
  FOREIGN KEY (release_id) REFERENCES release(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX release_phase_release_idx ON release_phase (release_id);CREATE TABLE release_role (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  release_id text NOT NULL,
  role_key text NOT NULL,
  person_id text,
  FOREIGN KEY (release_id) REFERENCES release(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX release_role_release_idx ON release_role (release_id);CREATE TABLE rollback_plan (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  release_id text NOT NULL,
  steps text NOT NULL,
  duration_minutes integer,
  point_of_no_return text NOT NULL,
  rehearsed_on text,
  rehearsal_result text NOT NULL,
  FOREIGN KEY (release_id) REFERENCES release(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX rollback_plan_release_idx ON rollback_plan (release_id);CREATE TABLE scope_item (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  release_id text NOT NULL,
  kind text NOT NULL,
  title text NOT NULL,
  ticket text NOT NULL,
  note text NOT NULL,
  position text NOT NULL,
  FOREIGN KEY (release_id) REFERENCES release(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX scope_item_release_idx ON scope_item (release_id);CREATE TABLE environment (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  name text NOT NULL,
  kind text NOT NULL,
  region text NOT NULL,
  position text NOT NULL
);
CREATE TABLE person (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  name text NOT NULL,
  email text NOT NULL,
  roles text NOT NULL
);
CREATE TABLE role (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  key text NOT NULL,
  name text NOT NULL,
  built_in integer NOT NULL
);
CREATE TABLE service (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  name text NOT NULL,
  criticality text NOT NULL,
  financial integer NOT NULL,
  owner_ids text NOT NULL,
  version_scheme text NOT NULL
);
CREATE TABLE workspace (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  name text NOT NULL,
  zone text NOT NULL,
  profile text NOT NULL
);

CREATE TRIGGER change_journal_no_update BEFORE UPDATE ON change_journal
BEGIN SELECT RAISE(ABORT, 'The journal is only ever added to.'); END;

CREATE TRIGGER change_journal_no_delete BEFORE DELETE ON change_journal
BEGIN SELECT RAISE(ABORT, 'The journal is only ever added to.'); END;
