using DigestBot.Attribution.Quotations;
using DigestBot.Attribution.Syntax;

namespace DigestBot.Attribution.Tests.Speakers;

/// <summary>The stories of Stories.md, read one by one.</summary>
public sealed class SpeakerStoriesTests
{
    public static TheoryData<SpeakerStory> Stories { get; } = [.. SpeakerStory.Read()];

    [Theory]
    [MemberData(nameof(Stories), DisableDiscoveryEnumeration = true)]
    public void Every_marked_mention_leads_to_the_one_it_means(SpeakerStory story)
    {
        var resolution = Resolve(story);
        var found = story.Mentions.Select(mention => $"{mention.Span.Of(story.Text)} is {NameAt(resolution, mention.Span)}");
        found.Should().Equal(story.Mentions.Select(mention => $"{mention.Span.Of(story.Text)} is {mention.Speaker}"));
    }

    [Theory]
    [MemberData(nameof(Stories), DisableDiscoveryEnumeration = true)]
    public void Speakers_have_kind_gender_and_description(SpeakerStory story)
    {
        var speakers = Resolve(story).Speakers;
        foreach (var row in story.Speakers)
        {
            var speaker = speakers.Should().ContainSingle(speaker => speaker.Name == row[0]).Subject;
            (speaker.Kind.ToString(), speaker.Gender.ToString(), speaker.Description?.Of(story.Text) ?? "").Should().Be((row[1], row[2], row[3]));
        }
    }

    [Theory]
    [MemberData(nameof(Stories), DisableDiscoveryEnumeration = true)]
    public void A_speaker_is_at_its_place_in_the_list_and_its_mentions_stand_in_the_text_in_order(SpeakerStory story)
    {
        var speakers = Resolve(story).Speakers;
        speakers.Select(speaker => speaker.Id).Should().Equal(Enumerable.Range(0, speakers.Count));
        foreach (var speaker in speakers)
        {
            speaker.Mentions.Should().NotBeEmpty().And.BeInAscendingOrder(mention => mention.Span.Start);
            speaker.Aliases.Should().NotBeEmpty().And.OnlyHaveUniqueItems();
        }
    }

    internal static Resolution Resolve(SpeakerStory story)
    {
        var document = new Document(story.Text);
        Grammar.Default.Analyse(document);
        var quotations = QuotedText.Of(document).Outer.Select(quotation => quotation.Quotation.Span).ToList();
        var proposals = story.Mentions.Where(mention => mention.Speaks).Select(mention => Proposal(document, mention, quotations)).ToList();
        return SpeakerResolver.Resolve(document, proposals, quotations);
    }

    // What a mention says are the quotations of its own sentence and the one before.
    private static Proposal Proposal(Document document, MarkedMention mention, List<TextSpan> quotations)
    {
        var head = Head(document, mention.Span);
        var sentence = document.Sentences[document.Tokens[head].Sentence];
        var (start, end) = (document.Tokens[sentence.First].Start, document.Tokens[sentence.Last - 1].End);
        return new Proposal
        {
            SpeakerSpans = [mention.Span],
            SpeakerHead = head,
            CueSpans = [],
            CueHead = -1,
            ContentSpans = [.. quotations.Where(quotation => quotation.End > start && quotation.Start < end + 40 && !quotation.Contains(mention.Span))],
            Kind = QuoteKind.Direct,
        };
    }

    // The main word: the noun before "of", else the last word.
    private static int Head(Document document, TextSpan span)
    {
        var of = Array.FindIndex(document.Tokens, token => token.Start >= span.Start && token.End <= span.End && document.Text[token.Start..token.End] == "of");
        return of > 0 ? of - 1 : Array.FindLastIndex(document.Tokens, token => token.Start >= span.Start && token.End <= span.End);
    }

    private static string? NameAt(Resolution resolution, TextSpan span) => resolution.Speakers
        .SelectMany(speaker => speaker.Mentions, (speaker, mention) => (speaker.Name, mention.Span))
        .Where(pair => pair.Span.Overlaps(span))
        .OrderBy(pair => Math.Abs(pair.Span.Start - span.Start) + Math.Abs(pair.Span.End - span.End))
        .FirstOrDefault().Name;
}
