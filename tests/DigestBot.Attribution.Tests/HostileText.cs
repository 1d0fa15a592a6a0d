using System.Text;

namespace DigestBot.Attribution.Tests;

/// <summary>A text that is made to be slow or to break something: a piece that is repeated, or a rule that makes it.</summary>
internal sealed record HostileText(string Name, Func<int, string> OfLength)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<HostileText> All { get; } =
    [
        Repeated("opening marks", "“"),
        Repeated("closing marks", "”"),
        Repeated("straight marks", "\""),
        Repeated("spaced straight marks", "\" "),
        Repeated("apostrophes", "' "),
        Repeated("doubled apostrophes", "'' "),
        Repeated("quotations of a word", "“a” "),
        Repeated("quotations of a sentence", "“We are ready to go.” "),
        Repeated("quotations nested three deep", "“She said, ‘He said, “No.”’” "),
        new("quotations that open and never close", length => Repeat("“He said ‘she said ", length / 2) + Repeat("’ said Ann. ”", length - (length / 2))),
        Repeated("a mark in every paragraph", "“We go on.\n\n"),
        Repeated("he said,", "he said, "),
        Repeated("He said that he said", "that he said if "),
        Repeated("a sentence without end", "and the mayor told the council that she would "),
        Repeated("names without end", "Ann Lee Maria del Carmen "),
        new("as many names as sentences", length => Counted("Ann {0}ov said Bob {0}ez lied. ", length)),
        new("as many bodies as sentences", length => Counted("The {0} Commission of {0} said it was sorry. ", length)),
        new("as many roles as sentences", length => Counted("A minister for {0}, Jo {0}er, said the official lied. ", length)),
        Repeated("pronouns", "He said she said they said it. "),
        Repeated("unnamed speakers", "Officials said residents said a source said so. "),
        Repeated("labels", "LEE: No.\nRUIZ: Yes.\n"),
        Repeated("signatures", "“We will go on,” — Ann Lee\n"),
        Repeated("brackets", "(a [b (c "),
        Repeated("no spaces", "word"),
        Repeated("no letters", "1 2 , . ; "),
        Repeated("one letter", "a"),
        Repeated("hyphens", "a-b-"),
        Repeated("stops", "a.b."),
        Repeated("dots and spaces", ". "),
        Repeated("addresses", "www.a.b/c@d "),
        Repeated("right to left", "אמר השר כי \u202eהוא יתפטר. "),
        Repeated("Arabic with marks", "قال الوزير: «لن نذهب». "),
        Repeated("Chinese", "他说:“我们不去。”"),
        Repeated("faces", "\ud83d\ude00"),
        Repeated("halves of pairs", "\ud800 a\udc00 "),
        Repeated("combining marks", "e\u0301\u0302"),
        Repeated("zero and controls", "a\0 b\u0001 "),
        Repeated("empty lines", "\n"),
        Repeated("spaces", " \u00a0"),
    ];

    private static HostileText Repeated(string name, string piece) => new(name, length => Repeat(piece, length));

    private static string Repeat(string piece, int length) => new StringBuilder().Insert(0, piece, (length / piece.Length) + 1).ToString(0, length);

    private static string Counted(string sentence, int length)
    {
        var text = new StringBuilder();
        for (var i = 0; text.Length < length; i++)
        {
            text.Append(sentence.Replace("{0}", Word(i), StringComparison.Ordinal));
        }

        return text.ToString(0, length);
    }

    // A different capitalised word for each number.
    private static string Word(int number)
    {
        var word = new StringBuilder("K");
        for (var rest = number; rest > 0; rest /= 20)
        {
            word.Append("bcdfghjklmnpqrstvwxz"[rest % 20]).Append("aeiou"[rest % 5]);
        }

        return word.ToString();
    }
}
