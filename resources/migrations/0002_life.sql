-- The life of a release: on hold, postponed, ended, with what its gates said when a phase was left;
-- deployments as they went, and incidents.

ALTER TABLE release ADD COLUMN change_url text DEFAULT '' NOT NULL;
ALTER TABLE release ADD COLUMN hold_reason text;
ALTER TABLE release ADD COLUMN end_reason text DEFAULT '' NOT NULL;
ALTER TABLE release ADD COLUMN copied_from_id text REFERENCES release(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE deployment ADD COLUMN note text DEFAULT '' NOT NULL;

CREATE TABLE postponement (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  release_id text NOT NULL,
  at integer NOT NULL,
  by_id text NOT NULL,
  from_at integer NOT NULL,
  to_at integer NOT NULL,
  reason text NOT NULL,
  FOREIGN KEY (release_id) REFERENCES release(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (by_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX postponement_release_idx ON postponement (release_id);
CREATE TABLE phase_passage (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  release_id text NOT NULL,
  phase text NOT NULL,
  at integer NOT NULL,
  by_id text NOT NULL,
  gates text NOT NULL,
  FOREIGN KEY (release_id) REFERENCES release(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (by_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX phase_passage_release_idx ON phase_passage (release_id);
CREATE TABLE incident (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  release_id text NOT NULL,
  deployment_id text,
  title text NOT NULL,
  severity text NOT NULL,
  detected_at integer NOT NULL,
  resolved_at integer,
  note text NOT NULL,
  FOREIGN KEY (release_id) REFERENCES release(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (deployment_id) REFERENCES deployment(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX incident_release_idx ON incident (release_id);
