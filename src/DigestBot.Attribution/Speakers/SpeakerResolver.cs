namespace DigestBot.Attribution;

/// <summary>Who appears in a story, and which of them each proposal's speaker is.</summary>
/// <param name="Speakers">People and bodies by <see cref="Speaker.Id"/>, in the order of their first appearance.</param>
/// <param name="SpeakerIds">For each proposal the speaker's id; null where the text names nobody.</param>
internal sealed record Resolution(IReadOnlyList<Speaker> Speakers, IReadOnlyList<int?> SpeakerIds);

/// <summary>
/// Resolves who is who in a story: names, then descriptions, then common nouns and pronouns in text order, what stands inside quotations
/// last, when their speakers are known. The order from precise to daring is that of the sieves of Raghunathan et al. (2010), Lee et al. (2013)
/// and Muzny et al. (2017).
/// Time is linear in the text; thread-safe.
/// </summary>
internal static class SpeakerResolver
{
    /// <summary>Resolves the speakers of <paramref name="proposals"/> in a tagged document; sentences that are parsed are used as such.</summary>
    /// <param name="document">A document with tokens, sentences and tags.</param>
    /// <param name="proposals">What is attributed; speaker heads are token indices.</param>
    /// <param name="quotations">The story's quotations in text order, marks included or not.</param>
    public static Resolution Resolve(Document document, IReadOnlyList<Proposal> proposals, IReadOnlyList<TextSpan> quotations)
    {
        var words = new WordView(document);
        var setting = StorySetting.Of(document);
        var quoted = new Quoted(document, quotations);
        var speaking = new SpeakingTokens(document, proposals);
        var names = new NameFinder(words, setting, quoted).Find();
        var cast = new Cast(words);
        cast.Add(names, speaking.Speaks);
        var nouns = new NounFinder(words, setting, quoted);
        var appearances = new AppearanceMap(document);
        appearances.AddNames(names.Select(name => name.Appearance).Where(name => name.Entity is not null));
        appearances.AddNames(new HeadlineNames(words, setting, cast).Find());
        Describe(appearances, new Descriptions(words, nouns, appearances.At));
        appearances.Add(Appositions.Find(words, speaking, appearances, nouns).ToList());
        appearances.Add(nouns.Find(appearances.Taken));
        appearances.Add(PronounFinder.Find(words, quoted, speaking));
        appearances.Add(speaking.Unmatched(appearances).Select(head => nouns.Phrase(document.Sentences[document.Tokens[head].Sentence], head)));
        var ordered = appearances.InOrder();
        var reference = new ReferenceResolver(words, cast, speaking, new Authorship(words, speaking, appearances));
        reference.ResolveOutside(ordered);
        reference.ResolveInside(ordered, new Voices(document, speaking, quoted, appearances));
        return new SpeakerWriter(words).Write(ordered, speaking, appearances);
    }

    private static void Describe(AppearanceMap appearances, Descriptions descriptions)
    {
        foreach (var name in appearances.InOrder())
        {
            appearances.Add(descriptions.Read(name));
        }
    }
}
