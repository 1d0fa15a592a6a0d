-- What each workspace has used of the language model in a day (UTC): tokens, those that are held for an answer under way included, and time.
CREATE TABLE model_use (
    workspace    TEXT    NOT NULL,
    day          TEXT    NOT NULL,
    tokens       INTEGER NOT NULL,
    milliseconds INTEGER NOT NULL,
    PRIMARY KEY (workspace, day)
) WITHOUT ROWID;
