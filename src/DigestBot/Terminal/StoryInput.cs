using DigestBot.Stories;

namespace DigestBot.Terminal;

/// <summary>Stories named on the command line: a file, or - for standard input.</summary>
internal static class StoryInput
{
    /// <summary>The batches of one input, read while they are enumerated.</summary>
    public static IEnumerable<StoryBatch> Read(string file, StoryHints hints) =>
        file == "-" ? StoryStream.Read(Console.OpenStandardInput(), "standard input", hints) : StoryFiles.ReadAll(file, hints);
}
