-- Workspaces that the bot has been removed from, and when that was noticed: their data is deleted after a while, unless the bot comes back.
CREATE TABLE departure (
    workspace TEXT    NOT NULL PRIMARY KEY,
    noticed   INTEGER NOT NULL
);
