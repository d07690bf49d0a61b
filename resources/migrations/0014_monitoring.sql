-- An alert that fires again is a row of its own, so that what was shown during a roll-out stays; when
-- each connection’s alerts were asked for whole; metric checks of releases and what they found.

ALTER TABLE alert ADD COLUMN occurrence integer DEFAULT 0 NOT NULL;
UPDATE alert SET occurrence = COALESCE(started_at, 0);
DROP INDEX alert_key_idx;
CREATE UNIQUE INDEX alert_key_idx ON alert (connection_id, external_id, occurrence);

CREATE TABLE alert_look (
  connection_id text NOT NULL,
  looked_at integer NOT NULL,
  PRIMARY KEY (connection_id, looked_at),
  FOREIGN KEY (connection_id) REFERENCES connection(id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE metric_check (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  release_id text NOT NULL,
  connection_id text NOT NULL,
  service_id text,
  name text NOT NULL,
  query text NOT NULL,
  comparison text NOT NULL,
  threshold real NOT NULL,
  window_minutes integer NOT NULL,
  FOREIGN KEY (release_id) REFERENCES release(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (connection_id) REFERENCES connection(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (service_id) REFERENCES service(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX metric_check_release_idx ON metric_check (release_id);

CREATE TABLE metric_result (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  release_id text NOT NULL,
  check_id text NOT NULL,
  deployment_id text,
  asked_at integer NOT NULL,
  asked_by_id text,
  connection_id text NOT NULL,
  query text NOT NULL,
  comparison text NOT NULL,
  threshold real NOT NULL,
  from_at integer NOT NULL,
  to_at integer NOT NULL,
  step_seconds integer NOT NULL,
  verdict text NOT NULL,
  reason text NOT NULL,
  samples integer NOT NULL,
  series integer NOT NULL,
  worst text,
  warnings text NOT NULL,
  FOREIGN KEY (release_id) REFERENCES release(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (check_id) REFERENCES metric_check(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (deployment_id) REFERENCES deployment(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (asked_by_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (connection_id) REFERENCES connection(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX metric_result_release_idx ON metric_result (release_id);
CREATE INDEX metric_result_check_idx ON metric_result (check_id);
