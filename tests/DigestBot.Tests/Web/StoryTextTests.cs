using CsCheck;
using DigestBot.Attribution;
using DigestBot.Web;

namespace DigestBot.Tests.Web;

public sealed class StoryTextTests
{
    private static readonly string[] _odd = ["\n\n", "😀", "שלום", "e\u0301", "<script>", "\u00a0", "\r\n", "\u202e", "</p>"];

    private static readonly Gen<string> _words = Gen.OneOf(
        Gen.Char["ab \n\t<>&\"'“”"].Select(c => c.ToString()),
        Gen.Int[0, int.MaxValue].Select(n => _odd[n % _odd.Length])).Array[0, 40].Select(string.Concat);

    private static readonly Gen<(string, StoryMark[])> _stories =
        from text in _words
        from ends in Gen.Select(Gen.Int[0, text.Length], Gen.Int[0, text.Length], Gen.Enum<MarkKind>()).Array[0, 8]
        select (text, ends.Select(e => new StoryMark(new TextSpan(Math.Min(e.Item1, e.Item2), Math.Max(e.Item1, e.Item2)), e.Item3)).ToArray());

    [Fact]
    public void Pieces_are_the_text_in_its_order_whatever_is_marked() =>
        _stories.Sample(story =>
        {
            (var text, var marks) = story;
            StoryPiece[] pieces = [.. StoryText.Paragraphs(text, marks).SelectMany(p => p.Pieces)];
            Assert.All(pieces, p => Assert.Equal(p.Span.Of(text), p.Text));
            Assert.Equal(WithoutSpace(text), WithoutSpace(string.Concat(pieces.Select(p => p.Text))));
            Assert.All(pieces.Zip(pieces.Skip(1)), pair => Assert.True(pair.First.Span.End <= pair.Second.Span.Start));
        });

    [Fact]
    public void Every_word_of_a_span_is_marked_and_no_word_outside_it() =>
        _stories.Sample(story =>
        {
            (var text, var marks) = story;
            foreach (var piece in StoryText.Paragraphs(text, marks).SelectMany(p => p.Pieces).Where(p => p.Span.Length > 0))
            {
                // A mark that would cut a surrogate pair takes all of it, so the comparison allows one unit at either end.
                Assert.All(piece.Marks, m => Assert.True(m.Span.Contains(piece.Span)));
                Assert.All(marks.Where(m => m.Span.Contains(piece.Span) && m.Span.Length > 0), m => Assert.Contains(piece.Marks, p => p.Kind == m.Kind && p.Span.Contains(m.Span)));
            }
        });

    [Fact]
    public void Cuts_overlapping_spans_into_pieces_that_know_both()
    {
        var only = StoryText.Paragraphs("abcdef", [new(new(0, 4), MarkKind.Content), new(new(2, 6), MarkKind.Cited)]).Should().ContainSingle().Subject;
        only.Pieces.Select(p => (p.Text, p.Marks.Count)).Should().Equal(("ab", 1), ("cd", 2), ("ef", 1));
    }

    [Fact]
    public void Names_the_outer_of_two_nested_spans_first() =>
        StoryText.Paragraphs("he said she said no", [new(new(16, 19), MarkKind.Content), new(new(8, 19), MarkKind.Cited)])[0]
            .Pieces[^1].Marks.Select(m => m.Kind).Should().Equal(MarkKind.Cited, MarkKind.Content);

    [Theory]
    [InlineData("one\n\ntwo\nstill two\n\n \n three", 3)]
    [InlineData("one\ntwo\nthree", 3)]
    [InlineData("one\r\n\r\ntwo", 2)]
    [InlineData("", 0)]
    [InlineData(" \n\n ", 0)]
    public void Splits_paragraphs_at_blank_lines_or_where_there_are_none_at_lines(string text, int paragraphs) =>
        StoryText.Paragraphs(text, []).Should().HaveCount(paragraphs);

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(2, 99)]
    [InlineData(3, 3)]
    [InlineData(4, 1)]
    public void Leaves_out_spans_that_the_text_does_not_have(int start, int end) =>
        StoryText.Paragraphs("abcdef", [new(new(start, end), MarkKind.Cited)])[0].Pieces.Should().ContainSingle().Which.Marks.Should().BeEmpty();

    [Fact]
    public void Never_cuts_a_surrogate_pair_in_two() =>
        StoryText.Paragraphs("a😀b", [new(new(0, 2), MarkKind.Cited)])[0].Pieces.Select(p => p.Text).Should().Equal("a😀", "b");

    [Fact]
    public void Shows_what_HTML_cannot_hold_as_the_replacement_character() =>
        StoryText.Paragraphs("a\0b\u0085c\ud800d", [])[0].Pieces[0].Text.Should().Be("a�b�c�d");

    private static string WithoutSpace(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
