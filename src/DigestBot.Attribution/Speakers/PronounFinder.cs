namespace DigestBot.Attribution;

/// <summary>Finds the pronouns that refer to people and bodies.</summary>
internal static class PronounFinder
{
    /// <summary>All of them in text order; relative pronouns where something is attributed to them.</summary>
    public static IEnumerable<Appearance> Find(WordView words, Quoted quoted, SpeakingTokens speaking)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var isRelative = words.Tag(i) is "WP" or "WDT" && speaking.IsHead(i);
            var pronoun = default(Pronoun);
            if (isRelative || (words.Tag(i) is "PRP" or "PRP$" && Pronoun.TryRead(words.Document.Word(i), out pronoun)))
            {
                var sentence = words.Document.Sentences[words.Document.Tokens[i].Sentence];
                yield return new Appearance
                {
                    First = i, Last = i, Head = i, TitleFirst = i, Kind = AppearanceKind.Pronoun, IsQuoted = quoted.At(i) >= 0, IsPlural = pronoun.IsPlural,
                    Gender = pronoun.Gender, IsSubject = Position.IsSubject(words, sentence, i, i), IsEmbedded = words.Tag(i) == "PRP$",
                };
            }
        }
    }
}
