namespace DigestBot.Benchmarks;

/// <summary>Where a benchmark fills its archive: a folder that the caller has named, which stays for the next time, or one of its own, which goes with it.</summary>
internal sealed class ArchiveFolder(string? named) : IDisposable
{
    public string Path { get; } = named ?? Directory.CreateTempSubdirectory("digestbot-").FullName;

    /// <summary>The archive's file there.</summary>
    public string File(string name = "digestbot.db") => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        if (named is null)
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
