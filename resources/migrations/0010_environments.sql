-- How old what runs in an environment may be before the environment matrix marks it.

ALTER TABLE workspace ADD COLUMN old_after_days integer;

-- Comparisons of the settings of two environments, and the differences somebody accepted. No value is
-- kept: of those that differ a salted, stretched hash, of those that are the same the key alone.

CREATE TABLE parity_check (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  left_environment_id text NOT NULL,
  right_environment_id text NOT NULL,
  service_id text,
  left_file text NOT NULL,
  right_file text NOT NULL,
  salt text NOT NULL,
  settings text NOT NULL,
  compared_at integer NOT NULL,
  compared_by_id text,
  FOREIGN KEY (left_environment_id) REFERENCES environment(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (right_environment_id) REFERENCES environment(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (service_id) REFERENCES service(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (compared_by_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX parity_check_pair_idx ON parity_check (left_environment_id, right_environment_id, service_id);
CREATE TABLE parity_acceptance (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  left_environment_id text NOT NULL,
  right_environment_id text NOT NULL,
  service_id text,
  key text NOT NULL,
  left_hash text,
  right_hash text,
  reason text NOT NULL,
  owner_id text NOT NULL,
  accepted_at integer NOT NULL,
  accepted_by_id text,
  FOREIGN KEY (left_environment_id) REFERENCES environment(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (right_environment_id) REFERENCES environment(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (service_id) REFERENCES service(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (owner_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (accepted_by_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX parity_acceptance_pair_idx ON parity_acceptance (left_environment_id, right_environment_id, service_id);
