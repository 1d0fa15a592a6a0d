namespace DigestBot.Attribution.Tests;

/// <summary>Files that are not part of the repository: in DIGESTBOT_SHARED, or in a folder "shared" above the tests.</summary>
internal static class SharedFiles
{
    /// <summary>The text of <paramref name="path"/> below that folder; the test is skipped where there is none.</summary>
    public static string Read(string path)
    {
        var file = Folders().Select(f => Path.Combine(f, path)).FirstOrDefault(File.Exists);
        Assert.SkipWhen(file is null, $"shared/{path} is not at hand; set DIGESTBOT_SHARED to the folder that holds it.");
        return File.ReadAllText(file!);
    }

    private static IEnumerable<string> Folders()
    {
        if (Environment.GetEnvironmentVariable("DIGESTBOT_SHARED") is { Length: > 0 } set)
        {
            yield return set;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            yield return Path.Combine(folder.FullName, "shared");
        }
    }
}
