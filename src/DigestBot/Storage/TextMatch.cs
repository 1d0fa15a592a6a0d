using System.Text;
using DigestBot.Attribution;

namespace DigestBot.Storage;

/// <summary>A filter as an expression of SQLite's full-text search (FTS5).</summary>
internal static class TextMatch
{
    /// <summary>Where the words of a question are looked for.</summary>
    public const string Anywhere = "content about people title context";

    /// <summary>Where they are what is said, not what stands around it.</summary>
    public const string InContent = "content about";

    /// <summary>The marks of a statement, by which the search finds what is no word of it.</summary>
    public static string Marks(IEnumerable<long> speakers, SpeechAct act, long storyId) => $"{string.Concat(speakers.Select(s => $"sp{s} "))}act{act} st{storyId}";

    /// <summary>The expression for an asked-for set of words and all that the filter asks for besides.</summary>
    /// <param name="words">See <see cref="Words"/>; null for none.</param>
    /// <param name="storyId">Row id of the one story asked about; null for all.</param>
    /// <returns>Null where neither there are words nor the filter has any.</returns>
    public static string? Of(string? words, StatementFilter filter, long? storyId)
    {
        List<string> parts = [.. words is null ? [] : new[] { words }];
        if (filter.CueForms is { } forms)
        {
            parts.Add($"cue : ({string.Join(" OR ", forms.Select(Quote))})");
        }

        if (filter.PeopleWords is { } people)
        {
            parts.Add($"people : ({string.Join(" AND ", people.Select(w => Group(filter, w)))})");
        }

        if (parts.Count == 0)
        {
            return null;
        }

        if (filter.Speakers is { } speakers)
        {
            parts.Add($"marks : ({string.Join(" OR ", speakers.Select(s => $"sp{s}"))})");
        }

        if (filter.Acts is { } acts)
        {
            parts.Add($"marks : ({string.Join(" OR ", acts.Select(a => $"act{a}"))})");
        }

        if (storyId is { } story)
        {
            parts.Add($"marks : st{story}");
        }

        return string.Join(" AND ", parts);
    }

    /// <summary>All of the words, or any of them, each in any of its forms.</summary>
    /// <param name="columns"><see cref="Anywhere"/> or <see cref="InContent"/>.</param>
    public static string Words(StatementFilter filter, IEnumerable<string> words, bool all, string columns = Anywhere) =>
        $"{{{columns}}} : ({string.Join(all ? " AND " : " OR ", words.Select(w => Group(filter, w)))})";

    /// <summary>Any two of the words.</summary>
    public static string TwoOf(StatementFilter filter, IReadOnlyList<string> words)
    {
        var pairs = Enumerable.Range(0, words.Count).SelectMany(a => Enumerable.Range(a + 1, words.Count - a - 1).Select(b => $"({Group(filter, words[a])} AND {Group(filter, words[b])})"));
        return $"{{{Anywhere}}} : ({string.Join(" OR ", pairs)})";
    }

    private static string Group(StatementFilter filter, string word) =>
        filter.Synonyms.TryGetValue(word, out var others) && others.Count > 0
            ? $"({string.Join(" OR ", others.Prepend(word).Select(Quote))})"
            : Quote(word);

    /// <summary>A quoted string: whatever it holds, it is never query syntax.</summary>
    private static string Quote(string word)
    {
        StringBuilder quoted = new("\"");
        foreach (var c in word.Where(c => c != '\0'))
        {
            quoted.Append(c == '"' ? "\"\"" : c);
        }

        return quoted.Append('"').ToString();
    }
}
