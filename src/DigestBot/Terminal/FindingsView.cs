using DigestBot.Chat;

namespace DigestBot.Terminal;

/// <summary>Shows what a check has found, a line each.</summary>
internal static class FindingsView
{
    /// <summary>Prints the findings.</summary>
    /// <returns>The exit code: 0 where nothing is wrong.</returns>
    public static int Write(IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings)
        {
            Console.Out.WriteLine($"{(finding.IsFine ? "fine " : "wrong")}  {finding.Words}");
        }

        return findings.All(f => f.IsFine) ? 0 : 1;
    }
}
