using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DigestBot.Stories;

/// <summary>The YAML between two lines of dashes at the top of a Markdown file: its plain members, by name without regard to case.</summary>
internal static class FrontMatter
{
    // YAML is read in a time that grows with the square of its nesting; a story's facts are a few lines.
    private const int LongestMatter = 16 * 1024;

    /// <summary>Parts a text into the members above and the text below. No front matter: no members.</summary>
    /// <exception cref="FormatException">There is front matter, and it is no YAML; the message says where.</exception>
    public static (IReadOnlyDictionary<string, string> Members, string Body) Part(string text)
    {
        var end = text.StartsWith("---\n", StringComparison.Ordinal) ? text.IndexOf("\n---\n", 3, StringComparison.Ordinal) : -1;
        if (end < 0 && text.StartsWith("---\n", StringComparison.Ordinal) && text.EndsWith("\n---", StringComparison.Ordinal) && text.Length > 7)
        {
            end = text.Length - 4;
        }

        if (end < 0)
        {
            return (new Dictionary<string, string>(), text);
        }

        if (end > LongestMatter)
        {
            throw new FormatException($"its front matter is longer than {LongestMatter / 1024} KB");
        }

        try
        {
            return (Members(text[..(end + 1)]), text[Math.Min(end + 5, text.Length)..]);
        }
        catch (YamlException error)
        {
            throw new FormatException($"line {error.Start.Line} of its front matter is not YAML: {error.Message}", error);
        }
    }

    // Read as events, for a tree of what somebody else has nested would be as deep as he likes.
    private static Dictionary<string, string> Members(string yaml)
    {
        Dictionary<string, string> members = new(StringComparer.OrdinalIgnoreCase);
        Parser events = new(new StringReader(yaml));
        var depth = 0;
        string? name = null;
        while (events.MoveNext())
        {
            depth += events.Current?.NestingIncrease ?? 0;
            var isMember = depth == MemberDepth && events.Current is Scalar;
            if (isMember && name is not null)
            {
                members[name] = ((Scalar)events.Current!).Value;
            }

            name = isMember && name is null ? ((Scalar)events.Current!).Value : depth > MemberDepth ? name : null;
        }
        return members;
    }

    // Stream, document, mapping.
    private const int MemberDepth = 3;
}
