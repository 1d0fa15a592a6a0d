using CsCheck;
using DigestBot.Attribution.Quotations;
using DigestBot.Attribution.Syntax;

namespace DigestBot.Attribution.Tests.Speakers;

/// <summary>What holds of the resolver for every text.</summary>
public sealed class SpeakerResolverTests
{
    private static readonly SpeakerStory[] _stories = [.. SpeakerStory.Read()];

    [Fact]
    public void Any_text_is_resolved_and_every_span_lies_in_it() =>
        Gen.Select(Gen.Int[0, _stories.Length - 1], Gen.Int[0, 10_000], Gen.String[0, 12], Gen.Int[0, 80])
            .Sample((story, place, insertion, removed) => Check(Changed(_stories[story].Text, place, insertion, removed)), iter: 400);

    [Fact]
    public void A_text_of_nothing_has_no_speakers() => Resolve("").Speakers.Should().BeEmpty();

    [Fact]
    public void Stories_read_at_the_same_time_are_read_as_one_after_the_other()
    {
        var alone = _stories.Select(story => Names(Resolve(story.Text))).ToList();
        var together = _stories.AsParallel().AsOrdered().Select(story => Names(Resolve(story.Text))).ToList();
        together.Should().Equal(alone);
    }

    private static string Changed(string text, int place, string insertion, int removed)
    {
        var start = place % text.Length;
        return text.Remove(start, Math.Min(removed, text.Length - start)).Insert(start, insertion);
    }

    private static void Check(string text)
    {
        var resolution = Resolve(text);
        foreach (var speaker in resolution.Speakers)
        {
            speaker.Mentions.Should().OnlyContain(mention => mention.Span.Start >= 0 && mention.Span.End <= text.Length && mention.Span.Length > 0);
            speaker.Name.Should().NotBeNullOrEmpty();
        }

        resolution.SpeakerIds.Should().OnlyContain(id => id == null || (id >= 0 && id < resolution.Speakers.Count));
    }

    private static Resolution Resolve(string text)
    {
        var document = new Document(text);
        Grammar.Default.Analyse(document);
        var quotations = QuotedText.Of(document).Outer.Select(quotation => quotation.Quotation.Span).ToList();
        var proposals = Enumerable.Range(0, document.Tokens.Length).Where(token => token % 5 == 0).Select(token => Proposal(document, token)).ToList();
        return SpeakerResolver.Resolve(document, proposals, quotations);
    }

    private static Proposal Proposal(Document document, int token) => new()
    {
        SpeakerSpans = [new TextSpan(document.Tokens[token].Start, document.Tokens[token].End)],
        SpeakerHead = token,
        CueSpans = [],
        CueHead = -1,
        ContentSpans = [new TextSpan(document.Tokens[Math.Max(0, token - 9)].Start, document.Tokens[token].Start)],
        Kind = QuoteKind.Indirect,
    };

    private static string Names(Resolution resolution) => string.Join('|', resolution.Speakers.Select(speaker => $"{speaker.Name}:{speaker.Mentions.Count}"));
}
