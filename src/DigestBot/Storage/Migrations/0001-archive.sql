-- The archive: stories, the feeds that brought them, who may see which feed, and who said what in them.
-- Times are milliseconds since 1970 in UTC. Spans are UTF-16 positions into story.text: "12-34 56-78".

CREATE TABLE story (
    id           INTEGER PRIMARY KEY,
    key          TEXT    NOT NULL UNIQUE,          -- the story's own id
    hash         TEXT    NOT NULL,                 -- of the text with white space folded
    title        TEXT    NOT NULL,
    outlet       TEXT,
    url          TEXT,
    place        TEXT,
    published    INTEGER,
    dateline_day TEXT,
    arrived      INTEGER NOT NULL,
    time         INTEGER NOT NULL,                 -- published, or arrived where that is unknown
    text         TEXT    NOT NULL
);
CREATE INDEX story_hash ON story (hash);
CREATE INDEX story_time ON story (time);
CREATE INDEX story_outlet ON story (outlet COLLATE NOCASE);

CREATE TABLE feed (
    id      INTEGER PRIMARY KEY,
    address TEXT    NOT NULL UNIQUE,
    shared  INTEGER NOT NULL                       -- 1: every workspace sees it
);

CREATE TABLE workspace_feed (
    workspace TEXT    NOT NULL,
    feed_id   INTEGER NOT NULL REFERENCES feed (id),
    PRIMARY KEY (workspace, feed_id)
) WITHOUT ROWID;

CREATE TABLE feed_story (
    story_id INTEGER NOT NULL REFERENCES story (id) ON DELETE CASCADE,
    feed_id  INTEGER NOT NULL REFERENCES feed (id),
    PRIMARY KEY (story_id, feed_id)
) WITHOUT ROWID;
CREATE INDEX feed_story_feed ON feed_story (feed_id, story_id);

-- A speaker joined over stories carries no text of its own: names and descriptions belong to stories, so that no
-- workspace learns a spelling from a story that it may not see.
CREATE TABLE speaker (
    id   INTEGER PRIMARY KEY,
    kind TEXT NOT NULL
);

CREATE TABLE story_speaker (
    story_id    INTEGER NOT NULL REFERENCES story (id) ON DELETE CASCADE,
    speaker_id  INTEGER NOT NULL REFERENCES speaker (id),
    name        TEXT    NOT NULL,
    gender      TEXT    NOT NULL,
    description TEXT,
    place       TEXT    NOT NULL,                  -- the description's span in the story
    mentions    INTEGER NOT NULL,
    statements  INTEGER NOT NULL,
    PRIMARY KEY (story_id, speaker_id)
) WITHOUT ROWID;
CREATE INDEX story_speaker_speaker ON story_speaker (speaker_id, story_id, statements);

CREATE TABLE story_alias (
    key        TEXT    NOT NULL,                   -- a folded word of the name, an acronym, or a country: see SpeakerKeys
    speaker_id INTEGER NOT NULL REFERENCES speaker (id),
    story_id   INTEGER NOT NULL REFERENCES story (id) ON DELETE CASCADE,
    form       TEXT    NOT NULL,
    PRIMARY KEY (key, speaker_id, form, story_id)
) WITHOUT ROWID;
CREATE INDEX story_alias_story ON story_alias (story_id);

-- Each spelling once, so that a name in ten thousand stories is found in one step; whether a workspace may know of it, story_alias tells.
CREATE TABLE alias (
    key        TEXT    NOT NULL,
    speaker_id INTEGER NOT NULL REFERENCES speaker (id),
    form       TEXT    NOT NULL,
    PRIMARY KEY (key, speaker_id, form)
) WITHOUT ROWID;

CREATE TABLE statement (
    id            INTEGER PRIMARY KEY,
    story_id      INTEGER NOT NULL REFERENCES story (id) ON DELETE CASCADE,
    speaker_id    INTEGER REFERENCES speaker (id),
    speaker       TEXT    NOT NULL,
    cue           TEXT    NOT NULL,
    content       TEXT    NOT NULL,
    spans         TEXT    NOT NULL,
    speaker_spans TEXT    NOT NULL,
    cue_spans     TEXT    NOT NULL,
    condition     TEXT    NOT NULL,
    addressee     TEXT,
    about         TEXT    NOT NULL,                -- names of those whom the content mentions, by pronoun too
    kind          TEXT    NOT NULL,
    act           TEXT    NOT NULL,
    negated       INTEGER NOT NULL,
    confidence    REAL    NOT NULL,
    time          INTEGER NOT NULL
);
CREATE INDEX statement_story ON statement (story_id);

-- Everybody who says a statement: mostly one, more where "Grassley and Leahy say".
CREATE TABLE statement_speaker (
    speaker_id   INTEGER NOT NULL REFERENCES speaker (id),
    time         INTEGER NOT NULL,
    statement_id INTEGER NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
    act          TEXT    NOT NULL,
    PRIMARY KEY (speaker_id, time, statement_id)
) WITHOUT ROWID;
CREATE INDEX statement_speaker_act ON statement_speaker (speaker_id, act, time);
CREATE INDEX statement_speaker_statement ON statement_speaker (statement_id);
CREATE INDEX statement_time ON statement (time);

-- Marks are words for what else is searched by, so that the search can intersect them: "sp12 actdemands st345".
CREATE VIRTUAL TABLE statement_text USING fts5 (
    content, about, people, title, context, cue, marks,
    content = '', contentless_delete = 1, tokenize = "porter unicode61 remove_diacritics 2"
);

-- The outbox: one digest on its way to one channel. The row is written before the post and again after it.
CREATE TABLE delivery (
    id         INTEGER PRIMARY KEY,
    channel    TEXT    NOT NULL,                   -- "discord:123", "slack:C0123"
    day        TEXT    NOT NULL,                   -- the channel's local day, yyyy-MM-dd
    state      TEXT    NOT NULL,                   -- composed, posting, posted, unknown
    message    TEXT    NOT NULL,                   -- what is posted, as the platform gets it
    post_id    TEXT,                               -- the platform's id of the posted message
    composed   INTEGER NOT NULL,
    changed    INTEGER NOT NULL,
    UNIQUE (channel, day)
);
