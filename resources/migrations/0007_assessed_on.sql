-- What an assessment was given on, so that it can say when it is out of date.

ALTER TABLE assessment ADD COLUMN given_on text;
