namespace DigestBot.Attribution;

/// <summary>Finds the people and bodies that are named by a common noun: "the senator", "two residents", "the ministry", "officials".</summary>
internal sealed class NounFinder(WordView words, StorySetting setting, Quoted quoted)
{
    private const int LongestPhrase = 9;

    /// <summary>All such phrases in text order; tokens marked in <paramref name="taken"/> (names and their titles) are passed over.</summary>
    public List<Appearance> Find(bool[] taken)
    {
        var found = new List<Appearance>();
        for (var s = 0; s < words.Document.Sentences.Length; s++)
        {
            var sentence = words.Document.Sentences[s];
            for (var i = setting.IsHeadline(s) ? sentence.Last : sentence.First; i < sentence.Last; i++)
            {
                if (!taken[i] && !setting.IsDateline(i) && IsHead(sentence, i))
                {
                    found.Add(Phrase(sentence, i));
                }
            }
        }

        return found;
    }

    /// <summary>The noun phrase around <paramref name="head"/>.</summary>
    public Appearance Phrase(Sentence sentence, int head)
    {
        var first = head;
        while (first > sentence.First && head - first < LongestPhrase && IsPart(first - 1) && !IsDeterminer(first))
        {
            first--;
        }

        // "removing voters": the participle is a verb.
        while (first < head && words.Tag(first) is "VBG" or "POS" or "CC")
        {
            first++;
        }

        var noun = words.Folded(head);
        var isHuman = Titles.IsHuman(noun) || !Titles.IsBody(noun);
        return new Appearance
        {
            First = first,
            Last = head,
            Head = head,
            Kind = AppearanceKind.Noun,
            TitleFirst = first,
            IsQuoted = quoted.At(head) >= 0,
            IsSubject = Position.IsSubject(words, sentence, head, head),
            IsEmbedded = Position.IsEmbedded(words, sentence, first, head),
            IsPlural = IsPlural(head),
            Gender = Titles.GenderOf(noun) is var gender && gender == Gender.Unknown ? Titles.GenderOf(Titles.Singular(noun)) : gender,
            Kindred = isHuman ? SpeakerKind.Unnamed : SpeakerKind.Body,
        };
    }

    /// <summary>Whether the noun stands for more than one: "residents", "people", "police".</summary>
    public bool IsPlural(int head) =>
        words.Tag(head) is "NNS" or "NNPS" || words.Folded(head) is "people" or "police" or "others" or "many" or "some" or "several" or "both";

    private bool IsHead(Sentence sentence, int token)
    {
        var noun = words.Folded(token);
        var isOffice = words.Tag(token) is "NN" or "NNS" || (words.Tag(token) is "NNP" or "NNPS" or "JJ" && words.IsCapital(token));
        if (!isOffice || !(Titles.IsHuman(noun) || Titles.IsBody(noun) || Titles.IsDocument(noun) || (Titles.KindsOf(noun) & TitleKinds.Group) != TitleKinds.None))
        {
            return false;
        }

        var next = token + 1;
        return next >= sentence.Last || !(words.IsNoun(next) || words.IsJoint(next) || (words.Tag(token) == "JJ" && words.IsWord(next) && words.Tag(next) is "NN" or "NNS" or "JJ"));
    }

    private bool IsPart(int token) =>
        words.Tag(token) is "JJ" or "JJR" or "JJS" or "NN" or "NNS" or "NNP" or "NNPS" or "CD" or "POS" or "VBN" or "VBG" or "DT" or "PRP$" or "PDT" || words.IsJoint(token);

    private bool IsDeterminer(int token) => words.Tag(token) is "DT" or "PRP$" or "PDT";
}
