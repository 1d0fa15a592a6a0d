namespace DigestBot.Training.Annotations;

/// <summary>Where the corpus lies in the sources, and which files are its articles.</summary>
internal static class CorpusFolder
{
    private const string Place = "src/DigestBot.Training/corpus";

    /// <summary>The corpus of the checkout that the working folder lies in.</summary>
    /// <exception cref="DirectoryNotFoundException">No folder above holds one.</exception>
    public static string Find() => Find(Directory.GetCurrentDirectory());

    /// <summary>The corpus of the checkout that <paramref name="start"/> lies in.</summary>
    /// <exception cref="DirectoryNotFoundException">No folder above holds one.</exception>
    public static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, Place)))
            {
                return Path.Combine(folder.FullName, Place);
            }
        }

        throw new DirectoryNotFoundException($"No {Place} above {start}: run this inside a checkout.");
    }

    /// <summary>All articles below <paramref name="root"/> in the order of their numbers, without second annotations.</summary>
    public static List<string> Articles(string root) =>
    [
        .. Directory.EnumerateFiles(root, "*.txt", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(root, file).StartsWith("second", StringComparison.Ordinal))
            .OrderBy(Path.GetFileName, StringComparer.Ordinal),
    ];

    /// <summary>Articles that a second person annotated without seeing the first annotation; each has the first one's file name.</summary>
    public static List<string> SecondAnnotations(string root) => Directory.Exists(Path.Combine(root, "second"))
        ? [.. Directory.EnumerateFiles(Path.Combine(root, "second"), "*.txt").OrderBy(Path.GetFileName, StringComparer.Ordinal)]
        : [];
}
