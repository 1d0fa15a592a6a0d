using CsCheck;
using DigestBot.Attribution;
using DigestBot.Chat;

namespace DigestBot.Tests.Chat;

public sealed class ProposedNamesTests
{
    private static readonly Gen<string> _word = Gen.Char["ab "].Array[0, 6].Select(chars => new string(chars));

    [Fact]
    public void Finds_a_name_by_the_beginning_of_any_word_of_any_spelling()
    {
        ProposedNames names = new([("Moaz al-Khatib", ["Moaz Alkhatib"]), ("Sergei Lavrov", ["Lavrov", "Sergey Lavrov"]), ("Ana Mora", [])]);
        names.Find("mo", 9).Should().Equal("Moaz al-Khatib", "Ana Mora");
        names.Find("sergey la", 9).Should().Equal("Sergei Lavrov");
        names.Find("", 2).Should().Equal("Moaz al-Khatib", "Sergei Lavrov");
        names.Find("vrov", 9).Should().BeEmpty();
    }

    [Fact]
    public void Finds_what_looking_at_every_spelling_would_find() =>
        Gen.Select(Gen.Select(_word, _word.Array[0, 3]).Array[0, 12], _word, Gen.Int[1, 5]).Sample((named, typed, most) =>
        {
            typed = Names.Fold(typed.Trim());
            var expected = named
                .Where(n => n.Item2.Append(n.Item1).Select(Names.Fold).Any(f => f.StartsWith(typed, StringComparison.Ordinal) || f.Contains($" {typed}", StringComparison.Ordinal)))
                .Select(n => n.Item1).Take(most);
            return new ProposedNames(named.Select(n => (n.Item1, (IReadOnlyList<string>)n.Item2))).Find(typed, most).SequenceEqual(expected);
        });
}
