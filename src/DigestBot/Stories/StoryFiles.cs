namespace DigestBot.Stories;

/// <summary>Finds story files and reads them.</summary>
public static class StoryFiles
{
    /// <summary>The files of a path: itself, or a folder's stories in order of their names, subfolders included, hidden and temporary ones left out.</summary>
    /// <exception cref="FileNotFoundException">There is neither a file nor a folder.</exception>
    public static IEnumerable<string> Find(string path)
    {
        if (File.Exists(path))
            return [path];
        if (!Directory.Exists(path))
            throw new FileNotFoundException($"There is no file or folder {path}.");
        return Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Where(file => IsStory(Path.GetRelativePath(path, file)))
            .Order(StringComparer.Ordinal);
    }

    /// <summary>The file's stories; a file that cannot be opened is refused by name.</summary>
    public static StoryBatch Read(string path, StoryHints? hints = null)
    {
        try
        {
            return new FileInfo(path).Length > StoryReader.MostBytes && !IsManyStories(path)
                ? StoryBatch.Refuse(path, $"it is larger than {StoryReader.MostBytes / 1024 / 1024} MB; split it")
                : StoryReader.Read(path, File.ReadAllBytes(path), hints);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return StoryBatch.Refuse(path, $"it cannot be opened: {error.Message}");
        }
    }

    /// <summary>The batches of a file: one, or for JSON lines one a line, so that a large file is never whole in memory.</summary>
    public static IEnumerable<StoryBatch> ReadAll(string path, StoryHints? hints = null) =>
        IsManyStories(path) ? ReadLines(path, File.ReadLines(path), hints) : [Read(path, hints)];

    /// <summary>One batch a line.</summary>
    public static IEnumerable<StoryBatch> ReadLines(string name, IEnumerable<string> lines, StoryHints? hints = null) =>
        lines.Select((line, index) => (line, index)).Where(l => !string.IsNullOrWhiteSpace(l.line))
            .Select(l => JsonStories.ReadLine($"{name}:{l.index + 1}", l.line, hints ?? StoryHints.None));

    private static bool IsManyStories(string path) => Path.GetExtension(path).ToLowerInvariant() is ".jsonl" or ".ndjson";

    private static bool IsStory(string relative) =>
        StoryReader.Endings.Contains(Path.GetExtension(relative), StringComparer.OrdinalIgnoreCase)
        && !relative.Split(Path.DirectorySeparatorChar).Any(part => part.StartsWith('.') || part.StartsWith('~') || part.StartsWith('#'));
}
