-- What the platforms have delivered, by their own ids: they deliver again where they did not hear the acknowledgement.
CREATE TABLE inbox (
    id   TEXT    NOT NULL PRIMARY KEY,             -- "slack:Ev0123"
    seen INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX inbox_seen ON inbox (seen);
