-- Fix versions and milestones a release is made of; and a way to what a row of an import was before.

CREATE TABLE followed_version (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  release_id text NOT NULL,
  connection_id text NOT NULL,
  name text NOT NULL,
  FOREIGN KEY (release_id) REFERENCES release(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (connection_id) REFERENCES connection(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX followed_version_release_idx ON followed_version (release_id);

CREATE INDEX import_change_row_idx ON import_change (row_id);
