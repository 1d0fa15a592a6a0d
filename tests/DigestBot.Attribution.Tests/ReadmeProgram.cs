namespace DigestBot.Attribution.Tests;

/// <summary>The program that README shows, line for line, with a console that remembers what was written.</summary>
internal static class ReadmeProgram
{
    /// <summary>The lines that the program writes about <paramref name="text"/>.</summary>
    public static List<string> Run(string text)
    {
        var console = new List<string>();
        var reading = StatementExtractor.Default.Read(text);
        foreach (var statement in reading.Statements)
        {
            var who = statement.SpeakerId is { } id ? reading.Speakers[id].Name : "somebody";
            var what = string.Join(" … ", statement.ContentSpans.Select(span => span.Of(text)));
            console.Add($"{who} {statement.Act}: {what}");
        }

        return console;
    }
}
