-- What a scope item weighs, how far it is, whose it is, since when the idea is there, and why it was dropped.

ALTER TABLE scope_item ADD COLUMN priority text DEFAULT 'should' NOT NULL;
ALTER TABLE scope_item ADD COLUMN status text DEFAULT 'open' NOT NULL;
ALTER TABLE scope_item ADD COLUMN owner_id text REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE scope_item ADD COLUMN idea_on text;
ALTER TABLE scope_item ADD COLUMN drop_reason text DEFAULT '' NOT NULL;
