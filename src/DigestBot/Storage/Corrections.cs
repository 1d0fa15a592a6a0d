using DigestBot.Attribution;

namespace DigestBot.Storage;

/// <summary>Applies what the operator has accepted to a reading before it is stored.</summary>
internal static class Corrections
{
    /// <summary>The reading in which each corrected statement is its proposed speaker's. Statements are known by their content's place.</summary>
    public static Reading Apply(Reading reading, IReadOnlyList<Correction> corrections)
    {
        foreach (var correction in corrections)
        {
            var at = IndexOf(reading.Statements, correction.Spans);
            if (at < 0)
            {
                continue;
            }

            (var with, var speaker) = Find(reading, correction.Proposed);
            Statement[] statements = [.. with.Statements];
            statements[at] = statements[at] with { SpeakerId = speaker, SpeakerSpans = speaker is null ? [] : statements[at].SpeakerSpans };
            reading = with with { Statements = statements };
        }
        return reading;
    }

    private static int IndexOf(IReadOnlyList<Statement> statements, IReadOnlyList<TextSpan> spans)
    {
        for (var at = 0; at < statements.Count; at++)
        {
            if (statements[at].ContentSpans.SequenceEqual(spans))
            {
                return at;
            }
        }
        return -1;
    }

    /// <summary>The speaker of that name; a new one where the story's reading knows none.</summary>
    private static (Reading Reading, int? Speaker) Find(Reading reading, string name)
    {
        if (name.Length == 0)
        {
            return (reading, null);
        }

        var known = reading.Speakers.FirstOrDefault(s => s.Name == name) ?? reading.Speakers.FirstOrDefault(s => s.Aliases.Contains(name))
            ?? reading.Speakers.FirstOrDefault(s => s.Kind != SpeakerKind.Unnamed && SpeakerKeys.Compare(s.Kind, s.Name, name) != NameMatch.Different);
        if (known is not null)
        {
            return (reading, known.Id);
        }

        Speaker added = new() { Id = reading.Speakers.Count, Name = name, Kind = SpeakerKind.Person, Mentions = [], Aliases = [name] };
        return (reading with { Speakers = [.. reading.Speakers, added] }, added.Id);
    }
}
