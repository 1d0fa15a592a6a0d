using DigestBot.Attribution;
using DigestBot.Attribution.Quotations;
using DigestBot.Attribution.Syntax;
using DigestBot.Training.Annotations;

namespace DigestBot.Training.Speakers;

/// <summary>
/// Measures who is who on the corpus: the annotated speakers are given as spans, and each annotated mention is right when the speaker that it
/// was resolved to is, by most of its names, the person annotated.
/// </summary>
internal static class SpeakersCommand
{
    /// <summary>Reads the corpus ("test", "train", "all") and prints the share of pronouns, common nouns and names that are right.</summary>
    public static int Run(ReadOnlySpan<string> arguments)
    {
        var part = arguments is [var name, ..] ? name : "all";
        var isWordy = arguments.Length > 1;
        var tally = new SpeakersTally();
        foreach (var file in CorpusFolder.Articles(CorpusFolder.Find()))
        {
            var article = CorpusReader.Read(file).Article;
            if (part == "all" || (part == "test") == article.IsTest)
            {
                tally.Add(article, Resolve(article), isWordy ? Console.Out : TextWriter.Null);
            }
        }

        foreach (var line in tally.Describe())
        {
            Console.WriteLine(line);
        }

        return 0;
    }


    private static ResolvedArticle Resolve(CorpusArticle article)
    {
        var document = new Document(article.Text);
        Grammar.Default.Analyse(document);
        var quotations = QuotedText.Of(document).Outer.Select(quotation => quotation.Quotation.Span).ToList();
        var proposals = article.Attributions.Select(attribution => new Proposal
        {
            SpeakerSpans = attribution.Speaker,
            SpeakerHead = attribution.Speaker.Count > 0 ? HeadOf(document, attribution.Speaker[0]) : -1,
            CueSpans = attribution.Cue,
            CueHead = -1,
            ContentSpans = attribution.Content,
            Kind = QuoteKind.Indirect,
        }).ToList();
        return new ResolvedArticle(document, SpeakerResolver.Resolve(document, proposals, quotations));
    }

    /// <summary>The token of the span whose head lies outside of it; -1 where no token lies in the span.</summary>
    internal static int HeadOf(Document document, TextSpan span)
    {
        var last = -1;
        for (var i = 0; i < document.Tokens.Length; i++)
        {
            var token = document.Tokens[i];
            if (token.Start >= span.Start && token.End <= span.End)
            {
                if (token.Label != "punct" && !document.IsVerb(i) && (token.Head < 0 || document.Tokens[token.Head].Start < span.Start || document.Tokens[token.Head].End > span.End))
                {
                    return i;
                }

                last = i;
            }
        }

        return last;
    }
}

/// <summary>An article of the corpus with its syntax and its speakers as resolved.</summary>
internal sealed record ResolvedArticle(Document Document, Resolution Resolution);
