using DigestBot.Stories;

namespace DigestBot.Terminal;

/// <summary>Stories named on the command line: a file, or - for standard input.</summary>
internal static class StoryInput
{
    /// <summary>The batches of one input.</summary>
    public static IEnumerable<StoryBatch> Read(string file, StoryHints hints)
    {
        if (file != "-")
            return StoryFiles.ReadAll(file, hints);
        using MemoryStream input = new();
        using (Stream standard = Console.OpenStandardInput())
            standard.CopyTo(input);
        return [StoryReader.Read("standard input", input.GetBuffer().AsMemory(0, (int)input.Length), hints)];
    }
}
