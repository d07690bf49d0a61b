-- Windows, holiday calendars, bookings, absences and commitments; release trains, parents, baselines and
-- dependencies with a lag; exceptions to rules; how sheets were read before.

ALTER TABLE person ADD COLUMN holiday_calendar_id text REFERENCES holiday_calendar(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE service ADD COLUMN holiday_calendar_id text REFERENCES holiday_calendar(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE release ADD COLUMN parent_id text REFERENCES release(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE release ADD COLUMN train_id text REFERENCES release_train(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE release ADD COLUMN train_on text;
ALTER TABLE task ADD COLUMN mark text;
ALTER TABLE task ADD COLUMN made_on text;
ALTER TABLE scope_item ADD COLUMN late_reason text DEFAULT '' NOT NULL;
ALTER TABLE dependency ADD COLUMN lag_days integer DEFAULT 0 NOT NULL;
ALTER TABLE dependency ADD COLUMN expected_on text;
CREATE INDEX release_parent_idx ON release (parent_id);
CREATE INDEX release_train_idx ON release (train_id);

CREATE TABLE "window" (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  kind text NOT NULL,
  name text NOT NULL,
  note text NOT NULL,
  zone text NOT NULL,
  start_wall text NOT NULL,
  end_wall text NOT NULL,
  recurrence text NOT NULL,
  service_ids text NOT NULL,
  environment_ids text NOT NULL,
  regions text NOT NULL,
  authority_id text,
  uid text NOT NULL,
  FOREIGN KEY (authority_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE window_change (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  window_id text NOT NULL,
  original_wall text NOT NULL,
  skipped integer NOT NULL,
  start_wall text,
  end_wall text,
  note text NOT NULL,
  FOREIGN KEY (window_id) REFERENCES "window"(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX window_change_window_idx ON window_change (window_id);
CREATE TABLE holiday_calendar (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  name text NOT NULL,
  working_days text NOT NULL,
  region text NOT NULL
);
CREATE TABLE holiday (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  calendar_id text NOT NULL,
  holiday_on text NOT NULL,
  name text NOT NULL,
  uid text NOT NULL,
  FOREIGN KEY (calendar_id) REFERENCES holiday_calendar(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX holiday_calendar_idx ON holiday (calendar_id, holiday_on);
CREATE TABLE booking (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  environment_id text NOT NULL,
  release_id text,
  purpose text NOT NULL,
  start_at integer NOT NULL,
  end_at integer NOT NULL,
  zone text NOT NULL,
  booked_by_id text NOT NULL,
  shared integer NOT NULL,
  note text NOT NULL,
  FOREIGN KEY (environment_id) REFERENCES environment(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (release_id) REFERENCES release(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (booked_by_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX booking_environment_idx ON booking (environment_id, start_at);
CREATE INDEX booking_release_idx ON booking (release_id);
CREATE TABLE absence (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  person_id text NOT NULL,
  kind text NOT NULL,
  first_on text NOT NULL,
  last_on text NOT NULL,
  deputy_id text,
  note text NOT NULL,
  FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (deputy_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX absence_person_idx ON absence (person_id, first_on);
CREATE TABLE commitment (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  release_id text NOT NULL,
  role_key text NOT NULL,
  person_id text,
  week_on text NOT NULL,
  days real NOT NULL,
  note text NOT NULL,
  FOREIGN KEY (release_id) REFERENCES release(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX commitment_week_idx ON commitment (week_on);
CREATE INDEX commitment_release_idx ON commitment (release_id);
CREATE TABLE release_train (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  name text NOT NULL,
  zone text NOT NULL,
  start_wall text NOT NULL,
  recurrence text NOT NULL,
  duration_minutes integer NOT NULL,
  environment_id text NOT NULL,
  service_ids text NOT NULL,
  owner_id text NOT NULL,
  type text NOT NULL,
  template_id text,
  holiday_calendar_id text,
  offsets text NOT NULL,
  skips text NOT NULL,
  note text NOT NULL,
  FOREIGN KEY (environment_id) REFERENCES environment(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (owner_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (template_id) REFERENCES template(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (holiday_calendar_id) REFERENCES holiday_calendar(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE baseline (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  release_id text NOT NULL,
  at integer NOT NULL,
  by_id text NOT NULL,
  note text NOT NULL,
  content text NOT NULL,
  FOREIGN KEY (release_id) REFERENCES release(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (by_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX baseline_release_idx ON baseline (release_id);
CREATE TABLE exception (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  release_id text NOT NULL,
  rule text NOT NULL,
  subject_id text,
  subject_name text NOT NULL,
  rationale text NOT NULL,
  impact text NOT NULL,
  requested_by_id text NOT NULL,
  requested_at integer NOT NULL,
  expires_at integer NOT NULL,
  decided_by_id text,
  decided_at integer,
  granted integer,
  decision_note text NOT NULL,
  withdrawn_at integer,
  FOREIGN KEY (release_id) REFERENCES release(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (requested_by_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (decided_by_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX exception_release_idx ON exception (release_id);
CREATE TABLE sheet_mapping (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  sheet text NOT NULL,
  headings text NOT NULL,
  columns text NOT NULL,
  choices text NOT NULL
);
