using DigestBot.Attribution;

namespace DigestBot.Storage;

/// <summary>Who says something together with the one whom a statement is attributed to: "Mr. Grassley and Mr. Leahy say".</summary>
internal static class CoSpeakers
{
    /// <summary>All speakers of a statement, the resolved one first; none where the text names nobody.</summary>
    public static IReadOnlyList<int> Of(string text, Reading reading, Statement statement)
    {
        if (statement.SpeakerId is not { } first)
        {
            return [];
        }

        List<int> speakers = [first];
        foreach (var phrase in statement.SpeakerSpans)
        {
            (int Speaker, TextSpan Span)[] named = [.. reading.Speakers
                .Where(s => s.Kind != SpeakerKind.Unnamed)
                .SelectMany(s => s.Mentions.Where(m => !m.IsPronoun && phrase.Contains(m.Span)).Select(m => (s.Id, m.Span)))
                .OrderBy(m => m.Span)];
            // Only what begins with the speaker: in "a friend of Obama and Clinton" neither says anything.
            if (named.Length > 0 && named[0].Speaker == first)
            {
                speakers.AddRange(Chain(text, phrase, named).Select(at => named[at].Speaker));
            }
        }
        return [.. speakers.Distinct()];
    }

    private static IEnumerable<int> Chain(string text, TextSpan phrase, (int Speaker, TextSpan Span)[] named)
    {
        for (var at = 1; at < named.Length; at++)
        {
            TextSpan between = new(named[at - 1].Span.End, named[at].Span.Start);
            if (between.Length < 0 || !IsCoordination(between.Of(text)) || !IsWhole(text[named[at].Span.End..phrase.End]))
            {
                yield break;
            }

            yield return at;
        }
    }

    /// <summary>"and", or a comma, with nothing else but titles and what stands in brackets.</summary>
    private static bool IsCoordination(string between)
    {
        string[] words = [.. WithoutBrackets(between).Replace(",", " , ", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
        return words.Length is > 0 and <= 5 && words.Any(w => w is "and" or "&" or ",") && words.All(w => w is "and" or "&" or "," || char.IsUpper(w[0]));
    }

    /// <summary>The name is not the possessor or a part of something else: "Clinton's aides", "Clinton aides".</summary>
    private static bool IsWhole(string behind)
    {
        var rest = WithoutBrackets(behind).TrimStart();
        return rest.Length == 0 || rest[0] is ',' || rest.StartsWith("and ", StringComparison.Ordinal) || rest.StartsWith("of ", StringComparison.Ordinal);
    }

    private static string WithoutBrackets(string text)
    {
        var open = text.IndexOf('(');
        var close = text.IndexOf(')');
        return open >= 0 && close > open ? WithoutBrackets(text.Remove(open, close - open + 1)) : text;
    }
}
