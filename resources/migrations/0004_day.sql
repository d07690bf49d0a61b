-- The plan of a release with its dependencies and rehearsals; what is attached to it and said about it;
-- templates, teams and views of one's own; imports that can be taken back; the words search finds.

ALTER TABLE workspace ADD COLUMN working_days text DEFAULT '[1,2,3,4,5]' NOT NULL;
ALTER TABLE person ADD COLUMN left_on text;
ALTER TABLE service ADD COLUMN team_id text REFERENCES team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE release ADD COLUMN template_version_id text REFERENCES template_version(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE rollback_plan ADD COLUMN alternatives text DEFAULT '[]' NOT NULL;
ALTER TABLE import_batch ADD COLUMN taken_back_at integer;
ALTER TABLE import_batch ADD COLUMN import_id text;
ALTER TABLE pipeline_run ADD COLUMN batch_id text REFERENCES import_batch(id) DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE team (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  name text NOT NULL,
  member_ids text NOT NULL
);
CREATE TABLE saved_view (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  person_id text NOT NULL,
  screen text NOT NULL,
  name text NOT NULL,
  shared integer NOT NULL,
  settings text NOT NULL,
  FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE stakeholder (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  release_id text NOT NULL,
  person_id text,
  name text NOT NULL,
  interest text NOT NULL,
  involvement text NOT NULL,
  contact text NOT NULL,
  FOREIGN KEY (release_id) REFERENCES release(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX stakeholder_release_idx ON stakeholder (release_id);
CREATE TABLE task (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  release_id text NOT NULL,
  kind text NOT NULL,
  title text NOT NULL,
  start_on text,
  duration_days integer NOT NULL,
  owner_id text,
  predecessor_ids text NOT NULL,
  done_on text,
  note text NOT NULL,
  position text NOT NULL,
  FOREIGN KEY (release_id) REFERENCES release(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (owner_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX task_release_idx ON task (release_id);
CREATE TABLE dependency (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  release_id text NOT NULL,
  kind text NOT NULL,
  title text NOT NULL,
  target_release_id text,
  owner_id text,
  state text NOT NULL,
  needed_on text,
  note text NOT NULL,
  FOREIGN KEY (release_id) REFERENCES release(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (target_release_id) REFERENCES release(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (owner_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX dependency_release_idx ON dependency (release_id);
CREATE INDEX dependency_target_idx ON dependency (target_release_id);
CREATE TABLE rehearsal (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  release_id text NOT NULL,
  kind text NOT NULL,
  rehearsed_on text NOT NULL,
  by_id text NOT NULL,
  result text NOT NULL,
  duration_minutes integer,
  note text NOT NULL,
  FOREIGN KEY (release_id) REFERENCES release(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (by_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX rehearsal_release_idx ON rehearsal (release_id);
CREATE TABLE template (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  name text NOT NULL,
  about text NOT NULL
);
CREATE TABLE template_version (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  template_id text NOT NULL,
  number integer NOT NULL,
  content text NOT NULL,
  note text NOT NULL,
  at integer NOT NULL,
  by_id text NOT NULL,
  FOREIGN KEY (template_id) REFERENCES template(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (by_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX template_version_template_idx ON template_version (template_id);
CREATE TABLE attachment (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  release_id text NOT NULL,
  subject text NOT NULL,
  subject_id text NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  bytes integer NOT NULL,
  hash text NOT NULL,
  at integer NOT NULL,
  by_id text NOT NULL,
  FOREIGN KEY (release_id) REFERENCES release(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (by_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX attachment_release_idx ON attachment (release_id);
CREATE TABLE comment (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  release_id text NOT NULL,
  subject text NOT NULL,
  subject_id text NOT NULL,
  text text NOT NULL,
  mentions text NOT NULL,
  at integer NOT NULL,
  by_id text NOT NULL,
  edited_at integer,
  FOREIGN KEY (release_id) REFERENCES release(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (by_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX comment_release_idx ON comment (release_id);
CREATE TABLE attachment_content (
  hash text PRIMARY KEY NOT NULL,
  content blob NOT NULL
);
CREATE TABLE comment_seen (
  person_id text NOT NULL,
  subject_id text NOT NULL,
  at integer NOT NULL,
  PRIMARY KEY (person_id, subject_id),
  FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE import_change (
  batch_id text NOT NULL,
  run_id text NOT NULL,
  before text NOT NULL,
  PRIMARY KEY (batch_id, run_id),
  FOREIGN KEY (batch_id) REFERENCES import_batch(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE search_document (
  number integer PRIMARY KEY NOT NULL,
  entity text NOT NULL,
  entity_id text NOT NULL,
  release_id text,
  title text NOT NULL,
  body text NOT NULL
);
CREATE UNIQUE INDEX search_document_entity_idx ON search_document (entity_id, entity);
CREATE VIRTUAL TABLE search_text USING fts5 (
  title, body, content='search_document', content_rowid='number',
  tokenize='unicode61 remove_diacritics 2', prefix='1 2 3 4 5'
);
-- Of runs the words alone, by the rowid of pipeline_run: see docs/decisions/0007.
CREATE VIRTUAL TABLE search_text_run USING fts5 (
  words, content='', columnsize=0, detail=none, tokenize='unicode61 remove_diacritics 2'
);
-- Merged seldom, so that an import is not held up.
INSERT INTO search_text_run (search_text_run, rank) VALUES ('automerge', 16);
