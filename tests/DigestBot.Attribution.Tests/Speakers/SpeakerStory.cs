using System.Text;
using System.Text.RegularExpressions;

namespace DigestBot.Attribution.Tests.Speakers;

/// <summary>One story of Stories.md: its plain text, its marked mentions and the table of its speakers.</summary>
public sealed partial record SpeakerStory(string Title, string Text, IReadOnlyList<MarkedMention> Mentions, IReadOnlyList<string[]> Speakers)
{
    /// <summary>All stories of the page.</summary>
    public static IEnumerable<SpeakerStory> Read()
    {
        var page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Speakers", "Stories.md")).ReplaceLineEndings("\n");
        return page.Split("\n## ").Skip(1).Select(Parse);
    }

    public override string ToString() => Title;

    private static SpeakerStory Parse(string part)
    {
        var lines = part.Split('\n');
        var body = string.Join('\n', lines.Skip(1).TakeWhile(line => !line.StartsWith('|'))).Trim();
        var unwrapped = Wrapped().Replace(body, " ");
        var mentions = new List<MarkedMention>();
        var text = new StringBuilder();
        var end = 0;
        foreach (Match mark in Mark().Matches(unwrapped))
        {
            text.Append(unwrapped, end, mark.Index - end);
            var words = mark.Groups[1].Value;
            mentions.Add(new MarkedMention(new TextSpan(text.Length, text.Length + words.Length), mark.Groups[3].Value, mark.Groups[2].Length > 0));
            text.Append(words);
            end = mark.Index + mark.Length;
        }

        text.Append(unwrapped, end, unwrapped.Length - end);
        var rows = lines.Where(line => line.StartsWith('|')).Skip(2).Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1]);
        return new SpeakerStory(lines[0], text.ToString(), mentions, [.. rows]);
    }

    [GeneratedRegex(@"\[([^\[\]]+)\]\((\*?)([^)]+)\)")]
    private static partial Regex Mark();

    [GeneratedRegex(@"(?<!\n)\n(?!\n)")]
    private static partial Regex Wrapped();
}

/// <summary>A mention and whom it means; <paramref name="Speaks"/> where something is attributed to it.</summary>
public sealed record MarkedMention(TextSpan Span, string Speaker, bool Speaks);
