using System.Reflection;

namespace DigestBot.Attribution;

/// <summary>Reads the word lists that this assembly carries: one entry a line, lines that begin with # are remarks.</summary>
internal static class WordLists
{
    /// <summary>The entries of the list <paramref name="name"/> ("countries.txt").</summary>
    /// <exception cref="InvalidOperationException">The assembly was built without that list.</exception>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The list {name} is missing from this build; build DigestBot.Attribution again.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }
}
