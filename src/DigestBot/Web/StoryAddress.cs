using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using DigestBot.Answers;
using DigestBot.Attribution;

namespace DigestBot.Web;

/// <summary>Addresses of story pages: "/stories/ID?at=12-34,56-78#cited".</summary>
internal static partial class StoryAddress
{
    /// <summary>A page shows at most so many cited spans.</summary>
    public const int MostSpans = 200;

    /// <summary>The page of a story.</summary>
    /// <param name="spans">Shown as cited: UTF-16 positions into the story's text, half-open.</param>
    public static string Of(string storyId, IReadOnlyList<TextSpan>? spans = null)
    {
        var id = Uri.EscapeDataString(storyId);
        // An id is whatever its source says; one that a path would bend ("..", "a/b") goes into the query.
        var address = Plain().IsMatch(storyId) ? $"/stories/{id}?" : $"/stories?id={id}&";
        return spans is not { Count: > 0 } ? address[..^1] : $"{address}at={string.Join(',', spans.Take(MostSpans).Select(s => $"{s.Start}-{s.End}"))}#cited";
    }

    /// <summary>The place behind a line.</summary>
    public static string Of(Citation citation) => Of(citation.StoryId, citation.Spans);

    /// <summary>Reads what <see cref="Of(string, IReadOnlyList{TextSpan}?)"/> wrote; false where it is something else.</summary>
    public static bool TryReadSpans(string? at, [NotNullWhen(true)] out IReadOnlyList<TextSpan>? spans)
    {
        List<TextSpan> read = [];
        spans = null;
        foreach (var pair in (at ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = pair.Split('-');
            if (ends.Length != 2 || !TryRead(ends[0], out var start) || !TryRead(ends[1], out var end) || start >= end || read.Count == MostSpans)
            {
                return false;
            }

            read.Add(new TextSpan(start, end));
        }
        spans = read;
        return true;
    }

    private static bool TryRead(string digits, out int position) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out position);

    [GeneratedRegex(@"^(?!\.+$)[\w.~:@ -]+$")]
    private static partial Regex Plain();
}
