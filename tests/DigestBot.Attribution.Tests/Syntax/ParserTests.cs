using CsCheck;
using DigestBot.Attribution.Syntax;

namespace DigestBot.Attribution.Tests.Syntax;

public sealed class ParserTests
{
    [Theory]
    [InlineData("The minister said the bridge is safe.", "minister", "nsubj", "said")]
    [InlineData("The minister said the bridge is safe.", "safe", "ccomp", "said")]
    [InlineData("Anna Petrova, the mayor of the town, told reporters that the vote was legal.", "Anna", "nsubj", "told")]
    [InlineData("The plan was rejected by the council.", "plan", "nsubj:pass", "rejected")]
    [InlineData("He wants to leave the union.", "leave", "xcomp", "wants")]
    [InlineData("The woman who runs the bank denied the report.", "runs", "acl:relcl", "woman")]
    [InlineData("The company’s lawyers called the claim absurd.", "company", "nmod:poss", "lawyers")]
    public void Finds_who_does_what(string text, string word, string label, string head)
    {
        var document = Analysed(text);
        var token = document.Tokens[IndexOf(document, word)];

        (token.Label, document.Word(token.Head).ToString()).Should().Be((label, head));
    }

    [Fact]
    public void Tags_words_as_the_Penn_Treebank_does() =>
        string.Join(' ', Analysed("She has not seen the new houses.").Tokens.Select(token => token.Tag)).Should().Be("PRP VBZ RB VBN DT JJ NNS .");

    [Fact]
    public void Curly_quotation_marks_parse_like_straight_ones()
    {
        var straight = Analysed("\"It's over,\" the general said.");
        var curly = Analysed("“It’s over,” the general said.");

        curly.Tokens.Select(token => (token.Head, token.Label)).Should().Equal(straight.Tokens.Select(token => (token.Head, token.Label)));
    }

    [Fact]
    public void Every_sentence_of_any_text_is_one_tree()
    {
        Gen.OneOf("said", "the", "mayor", "\"", ".", ",", "that", "and", "Anna", "\n", "…", "3", "who", "’s", "😀").Array[1, 80].Select(words => string.Join(' ', words))
            .Sample(text =>
            {
                var document = Analysed(text);
                foreach (var sentence in document.Sentences)
                {
                    var tokens = document.Tokens[sentence.First..sentence.Last];
                    tokens.Count(token => token.Head < 0).Should().Be(1);
                    tokens.Where(token => token.Head >= 0).Should().OnlyContain(token => token.Head >= sentence.First && token.Head < sentence.Last);
                }
            });
    }

    [Fact]
    public void Sentences_are_parsed_on_demand()
    {
        var document = new Document("The first ends. The second ends.");
        Grammar.Default.Tag(document);

        Grammar.Default.Parse(document, 1);

        document.Dependencies.Has(0).Should().BeFalse();
        document.Tokens[0].Label.Should().BeEmpty();
        document.Tokens[^1].Label.Should().Be("punct");
    }

    [Fact]
    public void What_hangs_below_a_word_is_the_same_by_children_as_by_heads()
    {
        var document = Analysed("The mayor of the old town, who had been ill, said on Monday that she would not run for office again.");
        for (var i = 0; i < document.Tokens.Length; i++)
        {
            var children = new List<int>();
            foreach (var child in document.Dependencies.Of(i))
            {
                children.Add(child);
            }

            children.Should().Equal(Enumerable.Range(0, document.Tokens.Length).Where(other => document.Tokens[other].Head == i));
            var below = Enumerable.Range(0, document.Tokens.Length).Where(other => IsBelow(document, other, i)).ToList();
            (document.Dependencies.First(i), document.Dependencies.Last(i)).Should().Be((below.Min(), below.Max()));
        }
    }

    [Theory]
    [InlineData("\" ")]
    [InlineData("said the ")]
    [InlineData("who ")]
    [InlineData("😀")]
    [InlineData("هذا ")]
    [InlineData("\ud83d ")]
    public void A_hostile_text_is_analysed_to_its_end(string mark)
    {
        var document = Analysed(string.Concat(Enumerable.Repeat(mark, 100_000)));

        document.Tokens.Should().OnlyContain(token => token.Label != "" && token.Tag != "");
    }

    private static bool IsBelow(Document document, int word, int head)
    {
        while (word >= 0 && word != head)
        {
            word = document.Tokens[word].Head;
        }

        return word == head;
    }

    private static Document Analysed(string text)
    {
        var document = new Document(text);
        Grammar.Default.Analyse(document);
        return document;
    }

    private static int IndexOf(Document document, string word) =>
        Enumerable.Range(0, document.Tokens.Length).First(i => document.Word(i).Equals(word, StringComparison.Ordinal));
}
