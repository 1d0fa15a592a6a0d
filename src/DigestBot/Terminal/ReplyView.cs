using DigestBot.Answers;
using DigestBot.Chat;

namespace DigestBot.Terminal;

/// <summary>Shows a reply on a terminal: lines with raised numbers, and underneath the stories that they cite.</summary>
internal static class ReplyView
{
    // A terminal scrolls: contents are shown whole, up to where no reader follows.
    private const int LongestContent = 1500;
    private const int LongestTitle = 100;

    public static void Write(Reply reply)
    {
        (var output, var notes) = (Console.Out, new CitedStories());
        output.WriteLine(PlainText.Clean(reply.Text));
        foreach (var section in reply.Sections)
        {
            output.WriteLine();
            if (section.Heading is { } heading)
            {
                output.WriteLine($"{Bold(PlainText.OneLine(heading))}{(section.Note is { } note ? $" ({PlainText.OneLine(note)})" : "")}");
            }

            foreach (var line in section.Lines)
            {
                var shown = ShownLine.Of(line, notes, LongestContent);
                output.WriteLine($"  {Bold(shown.Speaker)} {Italic(shown.Act)} {shown.Content}{shown.Marks}");
            }
            foreach (var item in section.Items)
            {
                output.WriteLine($"  {PlainText.OneLine(item)}");
            }
        }
        WriteSources([.. reply.Sections.SelectMany(s => s.Lines).SelectMany(CitedStories.Sources).DistinctBy(c => c.StoryId)], notes);
    }

    private static void WriteSources(IReadOnlyList<Citation> sources, CitedStories notes)
    {
        if (sources.Count > 0)
        {
            Console.Out.WriteLine();
        }

        foreach (var source in sources)
        {
            string?[] origin = [source.Outlet, source.Published?.UtcDateTime.ToString("d MMMM yyyy"), CitedStories.Address(source), $"story {source.StoryId}"];
            var told = string.Join(", ", origin.OfType<string>().Select(PlainText.OneLine));
            Console.Out.WriteLine($"{CitedStories.Mark(notes.NumberOf(source))} {CitedStories.Label(source, LongestTitle)} ({told})");
        }
    }

    private static string Bold(string text) => Console.IsOutputRedirected ? text : $"\e[1m{text}\e[0m";

    private static string Italic(string text) => Console.IsOutputRedirected ? text : $"\e[3m{text}\e[0m";
}
