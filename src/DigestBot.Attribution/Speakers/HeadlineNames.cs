namespace DigestBot.Attribution;

/// <summary>
/// Finds in headlines the names that the story below has too. A headline gives every word a capital, so nothing in it is taken for a name by
/// itself.
/// </summary>
internal sealed class HeadlineNames(WordView words, StorySetting setting, Cast cast)
{
    private const int Longest = 5;

    /// <summary>Names of people and bodies of the story, the longest at each place.</summary>
    public IEnumerable<Appearance> Find()
    {
        for (var s = 0; s < words.Document.Sentences.Length; s++)
        {
            var sentence = words.Document.Sentences[s];
            for (var i = sentence.First; i < sentence.Last && setting.IsHeadline(s); i++)
            {
                if (words.IsWord(i) && words.IsCapital(i) && At(sentence, i) is { } name)
                {
                    yield return name;
                    i = name.Last;
                }
            }
        }
    }

    private Appearance? At(Sentence sentence, int first)
    {
        for (var last = Math.Min(first + Longest, sentence.Last) - 1; last >= first; last--)
        {
            if (!AreWords(first, last) || (first == last && !CanStandAlone(first)))
            {
                continue;
            }

            if (cast.Find(words.TextOf(first, last), words.Count) is { } entity && (first == last || entity.Person is null || IsAllName(first, last)))
            {
                var appearance = new Appearance
                {
                    First = first, Last = last, Head = last, Kind = AppearanceKind.Name, TitleFirst = first, Entity = entity, Kindred = entity.Kind,
                    IsSubject = Position.IsSubject(words, sentence, last, last), IsEmbedded = Position.IsEmbedded(words, sentence, first, last),
                };
                entity.Appearances.Add(appearance);
                return appearance;
            }
        }

        return null;
    }

    private bool AreWords(int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (!words.IsWord(i) && !words.IsJoint(i))
            {
                return false;
            }
        }

        return words.IsWord(last);
    }

    // Not "Will", "May", "House": what may be another word is a name only in company.
    private bool CanStandAlone(int token) =>
        words.Document.Word(token).Length > 2 && words.Tag(token) is "NNP" or "NNPS" && Titles.KindsOf(words.Folded(token)) is TitleKinds.None or TitleKinds.BodyName;

    private bool IsAllName(int first, int last)
    {
        var name = PersonName.Parse(words.TextOf(first, last));
        return name.Title.Length == 0 && name.GivenParts.Length > 0 && name.SurnameParts.Length > 0 && last - first < 3;
    }
}
