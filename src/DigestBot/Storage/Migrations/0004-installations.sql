-- Where the app is installed, with the token that it got there; sealed, so that the file alone opens no workspace.
CREATE TABLE installation (
    workspace TEXT    NOT NULL PRIMARY KEY,        -- "slack:T0123"
    name      TEXT    NOT NULL,                    -- the workspace's name
    sealed    TEXT    NOT NULL,                    -- the token, sealed with the keys in data/keys
    installed INTEGER NOT NULL
) WITHOUT ROWID;
