-- How old what runs in an environment may be before the environment matrix marks it.

ALTER TABLE workspace ADD COLUMN old_after_days integer;
