using System.Text;

namespace DigestBot.Attribution.Tests;

/// <summary>One way in which a story can come in broken: what it is called, and what it makes of a text.</summary>
internal sealed record Mutation(string Name, Func<string, Random, string> Apply)
{
    private const string Marks = "\"'`“”„‘’«»";
    private const string Unseen = "\0\u0001\u00ad\u200b\u200d\u2028\u2029\ufeff\ufffd\u0085\v\f\u001b";
    private const string Directions = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Mutation> All { get; } =
    [
        new("characters missing", (text, random) => Letters(text, c => random.Next(15) == 0 ? "" : $"{c}")),
        new("characters doubled", (text, random) => Letters(text, c => random.Next(15) == 0 ? $"{c}{c}" : $"{c}")),
        new("quotation marks doubled", (text, _) => Letters(text, c => IsMark(c) ? $"{c}{c}" : $"{c}")),
        new("quotation marks missing", (text, random) => Letters(text, c => IsMark(c) && random.Next(2) == 0 ? "" : $"{c}")),
        new("quotation marks of any kind", (text, random) => Letters(text, c => IsMark(c) ? $"{Marks[random.Next(Marks.Length)]}" : $"{c}")),
        new("quotation marks strewn about", (text, random) => Strewn(text, Marks, random)),
        new("paragraphs in any order", (text, random) => string.Join("\n\n", Shuffled(text.Split("\n\n"), random))),
        new("paragraphs run together", (text, _) => text.ReplaceLineEndings("")),
        new("sentences in any order", (text, random) => string.Join(". ", Shuffled(text.Split(". "), random))),
        new("words in any order", (text, random) => string.Join(' ', Shuffled(text.Split(' '), random))),
        new("a line for every word", (text, _) => text.Replace(' ', '\n')),
        new("no spaces", (text, _) => text.Replace(" ", "", StringComparison.Ordinal)),
        new("cut anywhere", (text, random) => text[random.Next(text.Length)..] + text[..random.Next(text.Length)]),
        new("capitals", (text, random) => random.Next(2) == 0 ? text.ToUpperInvariant() : text.ToLowerInvariant()),
        new("marks of direction", (text, random) => Strewn(text, Directions, random)),
        new("halves of surrogate pairs", (text, random) => Strewn(text, "\ud800\udc00\udbff\udfff", random)),
        new("faces", (text, random) => Letters(text, c => c == ' ' && random.Next(4) == 0 ? "😀" : $"{c}")),
        new("unseen characters", (text, random) => Strewn(text, Unseen, random)),
        new("combining marks", (text, random) => Strewn(text, "\u0301\u0308\u0327\u20dd", random)),
        new("read twice", (text, _) => text + text),
    ];

    private static bool IsMark(char c) => Marks.Contains(c);

    private static string Letters(string text, Func<char, string> of)
    {
        var changed = new StringBuilder(text.Length * 2);
        foreach (var c in text)
        {
            changed.Append(of(c));
        }

        return changed.ToString();
    }

    private static string Strewn(string text, string what, Random random) =>
        Letters(text, c => random.Next(12) == 0 ? $"{c}{what[random.Next(what.Length)]}" : $"{c}");

    private static string[] Shuffled(string[] parts, Random random)
    {
        random.Shuffle(parts);
        return parts;
    }
}
