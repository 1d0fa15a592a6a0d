using System.Text;

namespace DigestBot.Storage;

/// <summary>A filter's words as an expression of SQLite's full-text search (FTS5).</summary>
internal static class TextMatch
{
    /// <summary>The expression; null where the filter has no words.</summary>
    public static string? Of(StatementFilter filter)
    {
        List<string> parts = [];
        if (filter.Words is { } words)
            parts.Add($"{{content about people title context}} : ({string.Join(filter.AllWords ? " AND " : " OR ", words.Select(w => Group(filter, w)))})");
        if (filter.CueForms is { } forms)
            parts.Add($"cue : ({string.Join(" OR ", forms.Select(Quote))})");
        if (filter.PeopleWords is { } people)
            parts.Add($"people : ({string.Join(" AND ", people.Select(w => Group(filter, w)))})");
        return parts.Count == 0 ? null : string.Join(" AND ", parts);
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
