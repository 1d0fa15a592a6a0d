-- In how many stories a speaker has which name, so that nobody has to count them: who is told of in ten thousand stories is told of in the next one too.
CREATE TABLE speaker_name (
    speaker_id INTEGER NOT NULL REFERENCES speaker (id),
    name       TEXT    NOT NULL,
    stories    INTEGER NOT NULL,
    statements INTEGER NOT NULL,
    PRIMARY KEY (speaker_id, name)
) WITHOUT ROWID;
INSERT INTO speaker_name (speaker_id, name, stories, statements)
SELECT speaker_id, name, count(*), sum(statements) FROM story_speaker GROUP BY speaker_id, name;

CREATE TRIGGER story_speaker_added AFTER INSERT ON story_speaker BEGIN
    INSERT INTO speaker_name (speaker_id, name, stories, statements) VALUES (new.speaker_id, new.name, 1, new.statements)
    ON CONFLICT DO UPDATE SET stories = stories + 1, statements = statements + excluded.statements;
END;
CREATE TRIGGER story_speaker_removed AFTER DELETE ON story_speaker BEGIN
    UPDATE speaker_name SET stories = stories - 1, statements = statements - old.statements WHERE speaker_id = old.speaker_id AND name = old.name;
    DELETE FROM speaker_name WHERE speaker_id = old.speaker_id AND name = old.name AND stories = 0;
END;
CREATE TRIGGER story_speaker_counted AFTER UPDATE OF statements ON story_speaker BEGIN
    UPDATE speaker_name SET statements = statements + new.statements - old.statements WHERE speaker_id = new.speaker_id AND name = new.name;
END;

-- One row: how often what is told has changed. Much is noted in this file that changes no answer; who remembers answers looks here.
CREATE TABLE version (number INTEGER NOT NULL);
INSERT INTO version (number) VALUES (0);
