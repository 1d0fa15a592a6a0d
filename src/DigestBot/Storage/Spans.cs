using System.Globalization;
using DigestBot.Attribution;

namespace DigestBot.Storage;

/// <summary>Spans as a column keeps them: "12-34 56-78", UTF-16 positions, half-open.</summary>
internal static class Spans
{
    public static string Write(IEnumerable<TextSpan> spans) => string.Join(' ', spans.Select(s => $"{s.Start}-{s.End}"));

    public static string Write(TextSpan? span) => span is { } s ? $"{s.Start}-{s.End}" : "";

    public static IReadOnlyList<TextSpan> Read(string column)
    {
        if (column.Length == 0)
        {
            return [];
        }

        List<TextSpan> spans = [];
        foreach (var piece in column.AsSpan().Split(' '))
        {
            var pair = column.AsSpan()[piece];
            var dash = pair.IndexOf('-');
            spans.Add(new TextSpan(int.Parse(pair[..dash], CultureInfo.InvariantCulture), int.Parse(pair[(dash + 1)..], CultureInfo.InvariantCulture)));
        }
        return spans;
    }

    /// <summary>The spans' words, joined by " … ": what a citation shows, byte for byte.</summary>
    public static string Content(string text, IEnumerable<TextSpan> spans) => string.Join(" … ", spans.Select(s => s.Of(text)));
}
