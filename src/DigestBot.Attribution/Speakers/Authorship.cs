namespace DigestBot.Attribution;

/// <summary>Whose words a document's are: "Lavrov's letter said", "her tweet read", "a study by the ministry found" are said by their authors.</summary>
internal sealed class Authorship(WordView words, SpeakingTokens speaking, AppearanceMap appearances)
{
    private const int Farthest = 12;

    /// <summary>The author of the speaking <paramref name="document"/>; null where it is none, or the story names no author.</summary>
    public Entity? Of(Appearance document)
    {
        if (!Titles.IsDocument(words.Folded(document.Head)) || !speaking.IsHead(document.Head))
        {
            return null;
        }

        return Owner(document) ?? Maker(document);
    }

    // "Lavrov's letter", "her tweet".
    private Entity? Owner(Appearance document)
    {
        for (var i = document.First; i < document.Head; i++)
        {
            if (words.Tag(i) == "PRP$" || words.Tag(i) == "POS" && i > 0)
            {
                return appearances.At(words.Tag(i) == "POS" ? i - 1 : i)?.Entity;
            }
        }

        return null;
    }

    // "a statement from the ministry": the first name behind, before any verb.
    private Entity? Maker(Appearance document)
    {
        var by = document.Head + 1;
        if (by >= words.Count || words.Folded(by) is not ("by" or "from"))
        {
            return null;
        }

        for (var i = by + 1; i < words.Count && i < by + Farthest && words.Document.Tokens[i].Sentence == words.Document.Tokens[by].Sentence; i++)
        {
            if (appearances.At(i) is { Kind: AppearanceKind.Name, Entity: { IsPlace: false } author } name && !words.IsPossessiveEnding(name.Last + 1))
            {
                return author;
            }

            if (words.IsFiniteVerb(i) || words.Document.Word(i) is "," or ";")
            {
                return null;
            }
        }

        return null;
    }
}
