-- Changes: what a release brings, one row a commit or merge that landed it.

CREATE TABLE change (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  release_id text NOT NULL,
  service_id text,
  scope_item_id text,
  commit_id text NOT NULL,
  title text NOT NULL,
  tickets text NOT NULL,
  pull text NOT NULL,
  landed text NOT NULL,
  commits integer NOT NULL,
  authored_at integer NOT NULL,
  committed_at integer NOT NULL,
  first_commit_at integer NOT NULL,
  FOREIGN KEY (release_id) REFERENCES release(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (service_id) REFERENCES service(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (scope_item_id) REFERENCES scope_item(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX change_release_idx ON change (release_id);
CREATE INDEX change_commit_idx ON change (commit_id);
CREATE INDEX change_item_idx ON change (scope_item_id);
