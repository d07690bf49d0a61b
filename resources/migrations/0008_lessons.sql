-- Lessons: mistakes to avoid and successes to repeat, what each asks to bring up to date, and what
-- releases answered to them.

CREATE TABLE lesson (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  kind text NOT NULL,
  title text NOT NULL,
  situation text NOT NULL,
  cause text NOT NULL,
  what_helped text NOT NULL,
  service_ids text NOT NULL,
  tags text NOT NULL,
  owner_id text,
  review_on text,
  from_release_id text,
  source text NOT NULL,
  added_at integer NOT NULL,
  added_by_id text,
  retired_at integer,
  FOREIGN KEY (owner_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (from_release_id) REFERENCES release(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (added_by_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX lesson_from_release_idx ON lesson (from_release_id);
CREATE TABLE lesson_update (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  lesson_id text NOT NULL,
  kind text NOT NULL,
  what text NOT NULL,
  owner_id text,
  due_on text,
  done_at integer,
  done_by_id text,
  FOREIGN KEY (lesson_id) REFERENCES lesson(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (owner_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (done_by_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX lesson_update_lesson_idx ON lesson_update (lesson_id);
CREATE TABLE lesson_answer (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  release_id text NOT NULL,
  lesson_id text NOT NULL,
  outcome text NOT NULL,
  note text NOT NULL,
  by_id text NOT NULL,
  at integer NOT NULL,
  FOREIGN KEY (release_id) REFERENCES release(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (lesson_id) REFERENCES lesson(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (by_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX lesson_answer_release_idx ON lesson_answer (release_id);
CREATE INDEX lesson_answer_lesson_idx ON lesson_answer (lesson_id);
