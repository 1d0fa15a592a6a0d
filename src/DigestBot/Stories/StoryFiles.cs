namespace DigestBot.Stories;

/// <summary>Finds story files and reads them.</summary>
public static class StoryFiles
{
    private static readonly string[] _unfinished = [".tmp", ".temp", ".part", ".partial", ".filepart", ".download", ".crdownload", ".swp", ".lock"];

    /// <summary>The files of a path: itself, or a folder's stories in order of their names, subfolders included, hidden and temporary ones left out.</summary>
    /// <exception cref="FileNotFoundException">There is neither a file nor a folder.</exception>
    public static IEnumerable<string> Find(string path)
    {
        if (File.Exists(path))
        {
            return [path];
        }

        if (!Directory.Exists(path))
        {
            throw new FileNotFoundException($"There is no file or folder {path}.");
        }

        return InFolder(path).Where(HoldsStories).Order(StringComparer.Ordinal);
    }

    /// <summary>All files of a folder and its subfolders but hidden and temporary ones; links to folders are not followed, for they may lead in circles.</summary>
    /// <exception cref="UnauthorizedAccessException">The folder itself may not be read; subfolders that may not be are left out.</exception>
    internal static IEnumerable<string> InFolder(string folder)
    {
        _ = Directory.EnumerateFileSystemEntries(folder).Any();
        EnumerationOptions all = new() { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.None };
        System.IO.Enumeration.FileSystemEnumerable<string> files = new(folder, (ref System.IO.Enumeration.FileSystemEntry entry) => entry.ToFullPath(), all)
        {
            ShouldIncludePredicate = (ref System.IO.Enumeration.FileSystemEntry entry) => !entry.IsDirectory && !IsHidden(entry.FileName),
            ShouldRecursePredicate = (ref System.IO.Enumeration.FileSystemEntry entry) => !IsHidden(entry.FileName) && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };
        return files;
    }

    /// <summary>Whether the name's ending is one of those that stories have.</summary>
    internal static bool HoldsStories(string file) => StoryReader.Endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);

    /// <summary>The file's stories; a file that cannot be opened is refused by name.</summary>
    public static StoryBatch Read(string path, StoryHints? hints = null) => StoryBatch.Of(ReadAll(path, hints));

    /// <summary>The batches of a file, read while they are enumerated: one, or for JSON lines one a line. A file that cannot be read is refused by name.</summary>
    public static IEnumerable<StoryBatch> ReadAll(string path, StoryHints? hints = null)
    {
        using var batches = Batches(path, hints).GetEnumerator();
        while (true)
        {
            StoryBatch? failed = null;
            try
            {
                if (!batches.MoveNext())
                {
                    yield break;
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                failed = StoryBatch.Refuse(path, $"it cannot be read: {error.Message}");
            }
            yield return failed ?? batches.Current;
            if (failed is not null)
            {
                yield break;
            }
        }
    }

    private static IEnumerable<StoryBatch> Batches(string path, StoryHints? hints)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        foreach (var batch in StoryStream.Read(stream, path, hints))
        {
            yield return batch;
        }
    }

    /// <summary>A program that is not finished with a file gives it such a name.</summary>
    private static bool IsHidden(ReadOnlySpan<char> name) =>
        name[0] is '.' or '~' or '#' || name[^1] is '~' or '#' || _unfinished.Contains(Path.GetExtension(name).ToString(), StringComparer.OrdinalIgnoreCase);
}
