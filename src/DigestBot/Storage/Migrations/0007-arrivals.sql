-- What a platform delivered, until it is dealt with: after a kill it is taken up again. Empty where that is done.
ALTER TABLE inbox ADD COLUMN payload BLOB;
CREATE INDEX inbox_unfinished ON inbox (seen) WHERE payload IS NOT NULL;
