-- Risk assessments, policies, what a gate asks for and by whose rule, evidence that is read, controls, who
-- answers for a gate and who stands in, the rest of approvals, CAB meetings and packs, checklist templates.

ALTER TABLE workspace ADD COLUMN approval_rules text DEFAULT '{}' NOT NULL;
ALTER TABLE workspace ADD COLUMN pitfalls text DEFAULT '{}' NOT NULL;
ALTER TABLE release ADD COLUMN standard_change integer DEFAULT 0 NOT NULL;
ALTER TABLE risk ADD COLUMN category text DEFAULT '' NOT NULL;
ALTER TABLE risk ADD COLUMN residual_likelihood integer;
ALTER TABLE risk ADD COLUMN residual_impact integer;
ALTER TABLE risk ADD COLUMN due_on text;
ALTER TABLE checklist_item ADD COLUMN owner_id text REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE checklist_item ADD COLUMN owner_role text;
ALTER TABLE checklist_item ADD COLUMN due_on text;
ALTER TABLE checklist_item ADD COLUMN due_days_before integer;
ALTER TABLE checklist_item ADD COLUMN evidence_wish text DEFAULT 'nothing' NOT NULL;
ALTER TABLE checklist_item ADD COLUMN evidence_url text DEFAULT '' NOT NULL;
ALTER TABLE checklist_item ADD COLUMN evidence_attachment_id text REFERENCES attachment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE checklist_item ADD COLUMN after_ids text DEFAULT '[]' NOT NULL;
ALTER TABLE checklist_item ADD COLUMN template_version_id text REFERENCES checklist_template_version(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE checklist_item ADD COLUMN template_name text DEFAULT '' NOT NULL;
ALTER TABLE checklist_item ADD COLUMN template_key text;
ALTER TABLE checklist_item ADD COLUMN why text DEFAULT '' NOT NULL;
ALTER TABLE gate ADD COLUMN source text DEFAULT 'template' NOT NULL;
ALTER TABLE gate ADD COLUMN policy_id text REFERENCES policy(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE gate ADD COLUMN policy_name text DEFAULT '' NOT NULL;
ALTER TABLE gate ADD COLUMN rule_keys text DEFAULT '[]' NOT NULL;
ALTER TABLE gate ADD COLUMN accountable_role text;
ALTER TABLE gate ADD COLUMN needed integer;
ALTER TABLE gate ADD COLUMN in_order integer DEFAULT 0 NOT NULL;
ALTER TABLE gate ADD COLUMN due_on text;
ALTER TABLE gate ADD COLUMN limits text DEFAULT '{}' NOT NULL;
ALTER TABLE approval_request ADD COLUMN due_on text;
ALTER TABLE approval_request ADD COLUMN asked_ids text DEFAULT '[]' NOT NULL;
ALTER TABLE decision ADD COLUMN deferred_to text;
ALTER TABLE decision ADD COLUMN for_person_id text REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE decision ADD COLUMN for_reason text DEFAULT '' NOT NULL;
ALTER TABLE decision ADD COLUMN cab_item_id text REFERENCES cab_item(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE decision ADD COLUMN response_id text REFERENCES pack_response(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE decision_condition ADD COLUMN checked_gate_id text REFERENCES gate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE decision_condition ADD COLUMN checked_at integer;
ALTER TABLE decision_condition ADD COLUMN checked_by_id text REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX checklist_item_owner_idx ON checklist_item (owner_id);
CREATE INDEX exception_subject_idx ON exception (subject_id);

CREATE TABLE questionnaire (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  number integer NOT NULL,
  name text NOT NULL,
  questions text NOT NULL,
  note text NOT NULL,
  published_at integer NOT NULL,
  published_by_id text NOT NULL,
  FOREIGN KEY (published_by_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE assessment (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  release_id text NOT NULL,
  questionnaire_id text,
  questionnaire_name text NOT NULL,
  answers text NOT NULL,
  likelihood integer NOT NULL,
  impact integer NOT NULL,
  raised_by text NOT NULL,
  band text NOT NULL,
  residual_likelihood integer,
  residual_impact integer,
  note text NOT NULL,
  assessed_by_id text NOT NULL,
  assessed_at integer NOT NULL,
  FOREIGN KEY (release_id) REFERENCES release(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (questionnaire_id) REFERENCES questionnaire(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (assessed_by_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX assessment_release_idx ON assessment (release_id);
CREATE TABLE policy (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  name text NOT NULL,
  number integer NOT NULL,
  profile text,
  text text NOT NULL,
  digest text NOT NULL,
  state text NOT NULL,
  based_on_id text,
  note text NOT NULL,
  published_at integer,
  published_by_id text,
  FOREIGN KEY (based_on_id) REFERENCES policy(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (published_by_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE control (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  key text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  source text NOT NULL,
  proof text NOT NULL,
  applies text NOT NULL,
  gate_keys text NOT NULL,
  evidence_kinds text NOT NULL,
  retired_at integer
);
CREATE TABLE raci_assignment (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  gate_key text NOT NULL,
  role_key text,
  person_id text,
  letter text NOT NULL,
  release_id text,
  FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (release_id) REFERENCES release(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX raci_assignment_release_idx ON raci_assignment (release_id);
CREATE TABLE deputy (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  role_key text,
  person_id text,
  deputy_id text NOT NULL,
  first_on text,
  last_on text,
  note text NOT NULL,
  FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (deputy_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE evidence (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  release_id text NOT NULL,
  gate_id text,
  kind text NOT NULL,
  title text NOT NULL,
  source text NOT NULL,
  note text NOT NULL,
  url text NOT NULL,
  attachment_id text,
  digest text NOT NULL,
  bytes integer NOT NULL,
  summary text,
  detail_hash text,
  built_from text NOT NULL,
  control_keys text NOT NULL,
  collected_at integer NOT NULL,
  expires_at integer,
  added_by_id text NOT NULL,
  added_at integer NOT NULL,
  withdrawn_at integer,
  withdrawn_by_id text,
  withdrawn_reason text NOT NULL,
  FOREIGN KEY (release_id) REFERENCES release(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (gate_id) REFERENCES gate(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (attachment_id) REFERENCES attachment(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (added_by_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (withdrawn_by_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX evidence_release_idx ON evidence (release_id);
CREATE INDEX evidence_gate_idx ON evidence (gate_id);
CREATE TABLE decision_overrule (
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
CREATE INDEX decision_overrule_release_idx ON decision_overrule (release_id);
CREATE TABLE consultation (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  release_id text NOT NULL,
  gate_id text NOT NULL,
  person_id text NOT NULL,
  question text NOT NULL,
  asked_by_id text NOT NULL,
  asked_at integer NOT NULL,
  due_on text,
  answer text NOT NULL,
  answered_at integer,
  FOREIGN KEY (release_id) REFERENCES release(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (gate_id) REFERENCES gate(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (asked_by_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX consultation_release_idx ON consultation (release_id);
CREATE INDEX consultation_person_idx ON consultation (person_id);
CREATE TABLE checklist_template (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  name text NOT NULL,
  about text NOT NULL
);
CREATE TABLE checklist_template_version (
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
  FOREIGN KEY (template_id) REFERENCES checklist_template(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (by_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX checklist_template_version_template_idx ON checklist_template_version (template_id);
CREATE TABLE cab_meeting (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  title text NOT NULL,
  kind text NOT NULL,
  starts_at integer NOT NULL,
  zone text NOT NULL,
  duration_minutes integer NOT NULL,
  place text NOT NULL,
  chair_id text,
  attendee_ids text NOT NULL,
  state text NOT NULL,
  started_at integer,
  closed_at integer,
  paused_at integer,
  paused_seconds integer NOT NULL,
  minutes text NOT NULL,
  FOREIGN KEY (chair_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX cab_meeting_start_idx ON cab_meeting (starts_at);
CREATE TABLE cab_item (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  meeting_id text NOT NULL,
  kind text NOT NULL,
  title text NOT NULL,
  release_id text,
  gate_ids text NOT NULL,
  position text NOT NULL,
  planned_minutes integer NOT NULL,
  state text NOT NULL,
  opened_at integer,
  spent_seconds integer NOT NULL,
  notes text NOT NULL,
  outcome text NOT NULL,
  moved_to_id text,
  FOREIGN KEY (meeting_id) REFERENCES cab_meeting(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (release_id) REFERENCES release(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (moved_to_id) REFERENCES cab_meeting(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX cab_item_meeting_idx ON cab_item (meeting_id);
CREATE INDEX cab_item_release_idx ON cab_item (release_id);
CREATE TABLE cab_pack (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  title text NOT NULL,
  meeting_id text,
  fingerprint text NOT NULL,
  digest text NOT NULL,
  items text NOT NULL,
  expires_on text,
  made_at integer NOT NULL,
  made_by_id text NOT NULL,
  FOREIGN KEY (meeting_id) REFERENCES cab_meeting(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (made_by_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX cab_pack_meeting_idx ON cab_pack (meeting_id);
CREATE TABLE pack_reviewer (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  pack_id text NOT NULL,
  person_id text NOT NULL,
  scheme text NOT NULL,
  salt text NOT NULL,
  verifier text NOT NULL,
  issued_by_id text NOT NULL,
  issued_at integer NOT NULL,
  FOREIGN KEY (pack_id) REFERENCES cab_pack(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (issued_by_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX pack_reviewer_pack_idx ON pack_reviewer (pack_id);
CREATE TABLE pack_response (
  id text PRIMARY KEY NOT NULL,
  workspace_id text NOT NULL,
  rev integer NOT NULL,
  updated_hlc text NOT NULL,
  clocks text NOT NULL,
  deleted_hlc text,
  pack_id text NOT NULL,
  reviewer_id text NOT NULL,
  digest text NOT NULL,
  answered_at integer NOT NULL,
  imported_at integer NOT NULL,
  imported_by_id text NOT NULL,
  comment text NOT NULL,
  answers text NOT NULL,
  state text NOT NULL,
  chosen_by_id text,
  chosen_at integer,
  FOREIGN KEY (pack_id) REFERENCES cab_pack(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (reviewer_id) REFERENCES pack_reviewer(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (imported_by_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (chosen_by_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX pack_response_pack_idx ON pack_response (pack_id);
CREATE INDEX pack_response_digest_idx ON pack_response (digest);
