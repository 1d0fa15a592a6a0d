namespace DigestBot.Attribution;

/// <summary>What belongs to the story's frame and not to its sentences: the dateline, and lines with a capital on every word (headlines).</summary>
internal sealed class StorySetting
{
    private const int LongestDateline = 120;
    private readonly bool[] _isDateline;
    private readonly bool[] _isHeadline;

    private StorySetting(Document document)
    {
        _isDateline = new bool[document.Tokens.Length];
        _isHeadline = new bool[document.Sentences.Length];
        var paragraph = -1;
        for (var s = 0; s < document.Sentences.Length; s++)
        {
            var sentence = document.Sentences[s];
            _isHeadline[s] = IsTitleCase(document, sentence);
            if (sentence.Paragraph != paragraph && !_isHeadline[s])
            {
                MarkDateline(document, sentence);
            }

            paragraph = sentence.Paragraph;
        }
    }

    /// <summary>Looks at all sentences of <paramref name="document"/>; time is linear in its length.</summary>
    public static StorySetting Of(Document document) => new(document);

    /// <summary>Whether the token belongs to a dateline: "MOSCOW, December 29 (RIA Novosti) –".</summary>
    public bool IsDateline(int token) => _isDateline[token];

    /// <summary>Whether capitals tell nothing in the sentence, since every word has one.</summary>
    public bool IsHeadline(int sentence) => _isHeadline[sentence];

    private void MarkDateline(Document document, Sentence sentence)
    {
        var start = document.Tokens[sentence.First].Start;
        if (!document.Word(sentence.First).ContainsAnyInRange('A', 'Z') || document.Word(sentence.First).ContainsAnyInRange('a', 'z'))
        {
            return;
        }

        for (var i = sentence.First + 1; i < sentence.Last && document.Tokens[i].End - start < LongestDateline; i++)
        {
            var word = document.Word(i);
            var isDash = word is "–" or "—" or "--" || (word is "-" && document.Tokens[i].Start > document.Tokens[i - 1].End);
            if (isDash)
            {
                Array.Fill(_isDateline, true, sentence.First, i + 1 - sentence.First);
                return;
            }

            // A dateline has no verb: what has one is a sentence with a dash in it.
            if (document.Tokens[i].Tag is "VBD" or "VBZ" or "VBP" or "MD")
            {
                return;
            }
        }
    }

    private static bool IsTitleCase(Document document, Sentence sentence)
    {
        var capitals = 0;
        var small = 0;
        for (var i = sentence.First; i < sentence.Last; i++)
        {
            var word = document.Word(i);
            if (word.Length > 3 && char.IsLetter(word[0]))
            {
                _ = char.IsUpper(word[0]) ? capitals++ : small++;
            }
        }

        var isClosed = document.Word(sentence.Last - 1) is ".";
        return isClosed ? capitals >= 5 && small == 0 : capitals >= 3 && capitals >= 4 * small && capitals + small >= 4;
    }
}
