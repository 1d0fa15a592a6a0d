namespace DigestBot.Answers;

/// <summary>Reads the word tables that are built into the program: a row a line, # before a remark.</summary>
internal static class WordTable
{
    /// <summary>The rows of a table, split at <paramref name="separator"/> and trimmed.</summary>
    public static IEnumerable<string[]> Rows(string name, char separator)
    {
        using var stream = typeof(WordTable).Assembly.GetManifestResourceStream($"DigestBot.Answers.{name}")
            ?? throw new InvalidOperationException($"The word table {name} is not built in.");
        using StreamReader reader = new(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            }
        }
    }
}
