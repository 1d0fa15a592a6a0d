-- What readers say is wrongly attributed, until the operator decides, and what the operator has accepted for good: it holds
-- over new readings of the story too, and so names the statement by its place and not by its row.
CREATE TABLE correction (
    id        INTEGER PRIMARY KEY,
    workspace TEXT    NOT NULL,
    user      TEXT    NOT NULL,                    -- the platform's id; empty once the user has asked to be forgotten
    story     TEXT    NOT NULL,                    -- story.key
    spans     TEXT    NOT NULL,                    -- the content's
    content   TEXT    NOT NULL,
    speaker   TEXT    NOT NULL,                    -- to whom the statement is attributed
    proposed  TEXT    NOT NULL,                    -- to whom it should be; empty: to nobody whom the story names
    state     TEXT    NOT NULL,                    -- Open, Accepted, Rejected
    created   INTEGER NOT NULL
);
CREATE UNIQUE INDEX correction_of ON correction (workspace, user, story, spans) WHERE user <> '' AND state = 'Open';
CREATE INDEX correction_story ON correction (story, state);

CREATE INDEX story_url ON story (url);
