using System.Text;
using DigestBot.Attribution;

namespace DigestBot.Storage;

/// <summary>A filter's words as an expression of SQLite's full-text search (FTS5).</summary>
internal static class TextMatch
{
    /// <summary>The marks of a statement, by which the search finds what is no word of it.</summary>
    public static string Marks(IEnumerable<long> speakers, SpeechAct act, long storyId) => $"{string.Concat(speakers.Select(s => $"sp{s} "))}act{act} st{storyId}";

    /// <summary>The expression; null where the filter has no words.</summary>
    /// <param name="storyId">Row id of the one story asked about; null for all.</param>
    public static string? Of(StatementFilter filter, long? storyId)
    {
        List<string> parts = [];
        if (filter.Words is { } words)
            parts.Add($"{{content about people title context}} : ({string.Join(filter.AllWords ? " AND " : " OR ", words.Select(w => Group(filter, w)))})");
        if (filter.CueForms is { } forms)
            parts.Add($"cue : ({string.Join(" OR ", forms.Select(Quote))})");
        if (filter.PeopleWords is { } people)
            parts.Add($"people : ({string.Join(" AND ", people.Select(w => Group(filter, w)))})");
        if (parts.Count == 0)
            return null;
        if (filter.Speakers is { } speakers)
            parts.Add($"marks : ({string.Join(" OR ", speakers.Select(s => $"sp{s}"))})");
        if (filter.Acts is { } acts)
            parts.Add($"marks : ({string.Join(" OR ", acts.Select(a => $"act{a}"))})");
        if (storyId is { } story)
            parts.Add($"marks : st{story}");
        return string.Join(" AND ", parts);
    }

    private static string Group(StatementFilter filter, string word) =>
        filter.Synonyms.TryGetValue(word, out IReadOnlyList<string>? others) && others.Count > 0
            ? $"({string.Join(" OR ", others.Prepend(word).Select(Quote))})"
            : Quote(word);

    /// <summary>A quoted string: whatever it holds, it is never query syntax.</summary>
    private static string Quote(string word)
    {
        StringBuilder quoted = new("\"");
        foreach (char c in word.Where(c => c != '\0'))
            quoted.Append(c == '"' ? "\"\"" : c);
        return quoted.Append('"').ToString();
    }
}
