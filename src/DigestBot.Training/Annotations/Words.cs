using System.Text.RegularExpressions;
using DigestBot.Attribution;

namespace DigestBot.Training.Annotations;

/// <summary>Words as the exam's scorer counts them: letters and digits, apostrophes inside.</summary>
internal static partial class Words
{
    public static IEnumerable<TextSpan> In(string text, TextSpan span)
    {
        for (var word = Word().Match(text, span.Start); word.Success && word.Index < span.End; word = word.NextMatch())
        {
            yield return new TextSpan(word.Index, Math.Min(span.End, word.Index + word.Length));
        }
    }

    public static int Count(string text) => Word().Count(text);

    [GeneratedRegex(@"\w+(?:['’]\w+)*")]
    private static partial Regex Word();
}
