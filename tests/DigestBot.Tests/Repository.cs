namespace DigestBot.Tests;

/// <summary>Where the checkout and, beside it, the shared sets are.</summary>
internal static class Repository
{
    /// <summary>The checkout's top folder.</summary>
    public static string Root { get; } = Above(AppContext.BaseDirectory, folder => File.Exists(Path.Combine(folder, "DigestBot.sln")))
        ?? throw new InvalidOperationException("The tests run from a checkout: DigestBot.sln is not above them.");

    /// <summary>A file of the shared folder (DIGESTBOT_SHARED, or shared/ beside the checkout); the test is skipped where it is absent.</summary>
    public static string Shared(string path)
    {
        var above = Above(Root, folder => Directory.Exists(Path.Combine(folder, "shared")));
        var folder = Environment.GetEnvironmentVariable("DIGESTBOT_SHARED") ?? Path.Combine(above ?? Root, "shared");
        var file = Path.Combine(folder, path);
        Assert.SkipUnless(File.Exists(file), $"shared/{path} is not here");
        return file;
    }

    private static string? Above(string start, Func<string, bool> isIt)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            if (isIt(folder.FullName))
            {
                return folder.FullName;
            }
        }
        return null;
    }
}
