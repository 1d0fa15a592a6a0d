namespace DigestBot.Attribution.Tests;

public sealed class ReadmeTests
{
    private static readonly string _root = Root();

    [Fact]
    public void The_program_that_it_shows_is_the_one_that_runs_here()
    {
        var shown = File.ReadAllText(Path.Combine(_root, "README.md"));
        var program = shown[(shown.IndexOf("```csharp", StringComparison.Ordinal) + "```csharp".Length)..];
        program = program[..program.IndexOf("```", StringComparison.Ordinal)].Replace("Console.WriteLine(", "console.Add(", StringComparison.Ordinal);
        var running = Lines(File.ReadAllText(Path.Combine(_root, "tests/DigestBot.Attribution.Tests/ReadmeProgram.cs")));

        Lines(program).Where(line => !line.StartsWith("using ", StringComparison.Ordinal)).Should().NotBeEmpty().And.OnlyContain(line => running.Contains(line));
    }

    [Fact]
    public void The_program_that_it_shows_tells_who_says_what() =>
        ReadmeProgram.Run("The quota will fall.\n\nKari Dahl demanded that the crews return.\n\n“We will not,” Jon Lund said.").Should()
            .Equal("Kari Dahl Demands: that the crews return", "Jon Lund Says: “We will not,”", "Jon Lund Rejects: We will not");

    private static List<string> Lines(string text) => [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "README.md")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("README.md stands in no folder above the tests.");
        }

        return folder.FullName;
    }
}
