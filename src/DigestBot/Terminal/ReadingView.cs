using DigestBot.Attribution;
using DigestBot.Stories;
using Spectre.Console;

namespace DigestBot.Terminal;

/// <summary>A story coloured by speaker, and the table of its statements.</summary>
internal static class ReadingView
{
    /// <summary>Told apart on dark and light backgrounds alike; the table's numbers say the same without colour.</summary>
    private static readonly string[] _colours = ["deepskyblue3", "darkorange3", "green4", "mediumorchid", "red3", "darkcyan", "gold3", "hotpink3"];

    public static void Write(IAnsiConsole console, Story story, Reading reading)
    {
        console.Write(new Rule(Markup.Escape(story.Title)) { Justification = Justify.Left });
        console.MarkupLine(Coloured(story.Text, reading));
        console.WriteLine();
        if (reading.Statements.Count == 0)
        {
            console.MarkupLine("[dim]Nobody says anything in it.[/]");
            return;
        }
        console.Write(Table(story.Text, reading));
    }

    private static Table Table(string text, Reading reading)
    {
        Table table = new() { Border = TableBorder.Rounded };
        foreach (var column in (string[])["#", "speaker", "act", "cue", "content", "kind"])
        {
            table.AddColumn(column);
        }

        for (var i = 0; i < reading.Statements.Count; i++)
        {
            table.AddRow([.. Row(text, reading, i).Select(cell => new Markup(cell))]);
        }

        return table;
    }

    private static string[] Row(string text, Reading reading, int index)
    {
        var statement = reading.Statements[index];
        var act = statement.Act.ToString().ToLowerInvariant();
        return
        [
            $"{index + 1}",
            $"[{Colour(statement)}]{Markup.Escape(SpeakerOf(text, reading, statement))}[/]",
            statement.IsNegated ? $"not: {act}" : act,
            Markup.Escape(Words(text, statement.CueSpans)),
            Markup.Escape(Words(text, statement.ContentSpans)),
            statement.Kind.ToString().ToLowerInvariant(),
        ];
    }

    private static string SpeakerOf(string text, Reading reading, Statement statement)
    {
        var phrase = Words(text, statement.SpeakerSpans);
        var name = statement.SpeakerId is { } id ? reading.Speakers[id].Name : null;
        return name is null || name == phrase ? phrase : $"{name} (“{phrase}”)";
    }

    private static string Words(string text, IReadOnlyList<TextSpan> spans) => string.Join(" … ", spans.Select(s => s.Of(text).ReplaceLineEndings(" ")));

    private static string Colour(Statement statement) => statement.SpeakerId is { } id ? _colours[id % _colours.Length] : "grey";

    /// <summary>The text with contents in their speaker's colour, cues underlined, speakers bold; the innermost statement wins.</summary>
    private static string Coloured(string text, Reading reading)
    {
        var styles = new string?[text.Length];
        foreach (var statement in reading.Statements.OrderByDescending(s => s.ContentSpans.Sum(c => c.Length)))
        {
            Paint(styles, statement.ContentSpans, Colour(statement));
            Paint(styles, statement.CueSpans, $"underline {Colour(statement)}");
            Paint(styles, statement.SpeakerSpans, $"bold {Colour(statement)}");
        }
        System.Text.StringBuilder markup = new();
        for (int start = 0, end; start < text.Length; start = end)
        {
            for (end = start + 1; end < text.Length && styles[end] == styles[start];)
            {
                end++;
            }

            var piece = Markup.Escape(text[start..end]);
            markup.Append(styles[start] is { } style ? $"[{style}]{piece}[/]" : piece);
        }
        return markup.ToString();
    }

    private static void Paint(string?[] styles, IReadOnlyList<TextSpan> spans, string style)
    {
        foreach (var span in spans)
        {
            Array.Fill(styles, style, span.Start, span.Length);
        }
    }
}
