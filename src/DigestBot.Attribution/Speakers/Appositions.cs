namespace DigestBot.Attribution;

/// <summary>Speakers that are described and named in one phrase: "the president of the region, Roberto Maroni", "the economist Jan Novak".</summary>
internal static class Appositions
{
    /// <summary>For each speaker's noun that no name covers, but whose phrase goes on to a person's name: the noun as an appearance of that person.</summary>
    public static IEnumerable<Appearance> Find(WordView words, SpeakingTokens speaking, AppearanceMap appearances, NounFinder nouns)
    {
        foreach (var proposal in speaking.Proposals)
        {
            var head = proposal.SpeakerHead;
            if (head < 0 || head >= words.Count || appearances.At(head) is not null || !Titles.IsHuman(words.Folded(head)) || Named(words, proposal, appearances) is not { } name)
            {
                continue;
            }

            var phrase = nouns.Phrase(words.Document.Sentences[words.Document.Tokens[head].Sentence], head);
            phrase.Entity = name.Entity;
            name.Entity!.Appearances.Add(phrase);
            yield return phrase;
        }
    }

    private static Appearance? Named(WordView words, Proposal proposal, AppearanceMap appearances)
    {
        for (var i = proposal.SpeakerHead + 1; i < words.Count && proposal.SpeakerSpans.Any(span => span.Contains(words.Document.Tokens[i].Start)); i++)
        {
            if (words.Tag(i) is "WP" or "WDT" or "CC" or "VBD" or "VBZ")
            {
                return null;
            }

            if (appearances.At(i) is { Kind: AppearanceKind.Name, Entity.Person: not null } name && name.First == i && IsBeside(words, Math.Min(i, Math.Max(name.TitleFirst, proposal.SpeakerHead + 1)) - 1))
            {
                return name;
            }
        }

        return null;
    }

    // Behind a comma, a noun for people or the body's name; "the founder of the app Loopa" names the app.
    private static bool IsBeside(WordView words, int before) =>
        words.Document.Word(before) is "," || words.IsNoun(before) && (words.IsCapital(before) || Titles.IsHuman(words.Folded(before)));
}
