using Dapper;
using DigestBot.Attribution;
using DigestBot.Stories;
using Microsoft.Data.Sqlite;

namespace DigestBot.Storage;

/// <summary>
/// Joins the speakers of a story to those of the archive: the same name, or a family name that one known bearer dominates.
/// The unnamed ("officials") stay with their story.
/// </summary>
internal sealed class SpeakerJoiner(SqliteConnection connection, SqliteTransaction transaction)
{
    /// <summary>Row ids by the story's speaker ids; null for the unnamed.</summary>
    public async Task<long?[]> JoinAsync(long storyId, Story story, Reading reading)
    {
        var rows = new long?[reading.Speakers.Count];
        var statements = reading.Statements.SelectMany(s => CoSpeakers.Of(story.Text, reading, s).Select(by => (By: by, Statement: s))).ToLookup(p => p.By, p => p.Statement);
        foreach (var speaker in reading.Speakers.Where(s => s.Kind != SpeakerKind.Unnamed))
        {
            var id = await FindAsync(speaker, Others(reading, speaker, rows)) ?? await InsertAsync(speaker);
            rows[speaker.Id] = id;
            await LinkAsync(storyId, story, speaker, id, statements[speaker.Id].Count());
        }
        return rows;
    }

    /// <summary>Rows of the story's own men, for a woman, and the other way round: Mr. Reyes is not Elena Reyes, whatever else they share.</summary>
    private static HashSet<long> Others(Reading reading, Speaker speaker, long?[] rows) =>
        [.. reading.Speakers.Where(s => rows[s.Id] is not null && s.Gender != Gender.Unknown && speaker.Gender != Gender.Unknown && s.Gender != speaker.Gender).Select(s => rows[s.Id]!.Value)];

    private async Task<long?> FindAsync(Speaker speaker, HashSet<long> others)
    {
        IEnumerable<(long Id, string Name, long Stories)> known = await connection.QueryAsync<(long, string, long)>(
            """
            SELECT n.speaker_id, n.name, n.stories FROM speaker_name n JOIN speaker p ON p.id = n.speaker_id
            WHERE p.kind = @kind AND n.speaker_id IN (SELECT speaker_id FROM alias WHERE key IN @keys)
            """, new { kind = speaker.Kind.ToString(), keys = SpeakerKeys.Of(speaker.Name) }, transaction);
        return Choose(speaker, [.. known.Where(k => !others.Contains(k.Id))]);
    }

    /// <summary>The bearer of the same full name, else the one that is compatible and told of in the most stories.</summary>
    private static long? Choose(Speaker speaker, IReadOnlyList<(long Id, string Name, long Stories)> known)
    {
        List<(long Id, NameMatch Match, long Stories)> bearers = [];
        foreach (var bearer in known.GroupBy(k => k.Id))
        {
            NameMatch[] matches = [.. Fullest(speaker.Kind, [.. bearer]).Select(k => SpeakerKeys.Compare(speaker.Kind, speaker.Name, k.Name))];
            if (!matches.Contains(NameMatch.Different))
            {
                bearers.Add((bearer.Key, matches.Contains(NameMatch.Same) ? NameMatch.Same : NameMatch.Compatible, bearer.Sum(k => k.Stories)));
            }
        }
        return bearers.OrderByDescending(b => b.Match == NameMatch.Same).ThenByDescending(b => b.Stories).Select(b => (long?)b.Id).FirstOrDefault();
    }

    /// <summary>Without the names that are short for another: "Malala" does not tell "Malala Yousafzai" from "Yousafzai".</summary>
    private static IEnumerable<(long Id, string Name, long Stories)> Fullest(SpeakerKind kind, (long Id, string Name, long Stories)[] names) =>
        names.Where(k => !names.Any(other => other.Name.Length > k.Name.Length && SpeakerKeys.Compare(kind, other.Name, k.Name) == NameMatch.Compatible));

    private Task<long> InsertAsync(Speaker speaker) =>
        connection.ExecuteScalarAsync<long>("INSERT INTO speaker (kind) VALUES (@kind) RETURNING id", new { kind = speaker.Kind.ToString() }, transaction);

    private async Task LinkAsync(long storyId, Story story, Speaker speaker, long id, int statements)
    {
        await connection.ExecuteAsync(
            """
            INSERT INTO story_speaker (story_id, speaker_id, name, gender, description, place, mentions, statements)
            VALUES (@storyId, @id, @Name, @gender, @description, @place, @mentions, @statements)
            ON CONFLICT DO UPDATE SET mentions = mentions + excluded.mentions, statements = statements + excluded.statements,
                description = coalesce(description, excluded.description),
                place = CASE WHEN description IS NULL THEN excluded.place ELSE place END
            """,
            new { storyId, id, speaker.Name, gender = speaker.Gender.ToString(), description = speaker.Description?.Of(story.Text), place = Spans.Write(speaker.Description), mentions = speaker.Mentions.Count, statements }, transaction);
        foreach (var form in speaker.Aliases.Append(speaker.Name).Distinct())
        {
            await connection.ExecuteAsync(
                "INSERT INTO story_alias (key, speaker_id, story_id, form) VALUES (@key, @id, @storyId, @form) ON CONFLICT DO NOTHING",
                SpeakerKeys.Of(form).Select(key => new { key, id, storyId, form }), transaction);
            await connection.ExecuteAsync(
                "INSERT INTO alias (key, speaker_id, form) VALUES (@key, @id, @form) ON CONFLICT DO NOTHING",
                SpeakerKeys.Of(form).Select(key => new { key, id, form }), transaction);
        }
    }
}
