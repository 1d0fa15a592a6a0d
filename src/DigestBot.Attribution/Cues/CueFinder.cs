namespace DigestBot.Attribution.Cues;

/// <summary>Finds the words of the lexicon in a story that may be cues; whether they are, their contents decide.</summary>
internal static class CueFinder
{
    private const int LongestLead = 3;

    private static readonly CueEntry _naming = new("", CuePart.Verb, SpeechAct.Says, Frames.As, []);

    /// <summary>All candidates in text order.</summary>
    public static List<Cue> Find(Document document, CueLexicon lexicon)
    {
        var cues = new List<Cue>();
        for (var i = 0; i < document.Tokens.Length; i++)
        {
            if ((PrepositionAt(document, i, lexicon) ?? WordAt(document, i, lexicon)) is { } cue)
            {
                cues.Add(cue);
            }
        }

        return cues;
    }

    private static Cue? PrepositionAt(Document document, int i, CueLexicon lexicon)
    {
        if (i + 1 >= document.Tokens.Length)
        {
            return null;
        }

        if (document.IsWord(i, "according") && document.IsWord(i + 1, "to"))
        {
            return new Cue(i, i, i + 1, i, lexicon.Of("according_to").ToArray());
        }

        // "Per Lund" in a sentence's midst is somebody's name.
        if (document.IsWord(i, "per") && (char.IsLower(document.Word(i)[0]) || document.Sentences[document.Tokens[i].Sentence].First == i) && (document.Tokens[i + 1].Tag is "NNP" or "NNPS" || document.IsWord(i + 1, "the")))
        {
            return new Cue(i, i > 0 && document.IsWord(i - 1, "as") ? i - 1 : i, i, i, lexicon.Of("per").ToArray());
        }

        var isView = i + 3 < document.Tokens.Length && document.IsWord(i, "in") && document.IsWord(i + 1, "the") && document.IsWord(i + 3, "of");
        return isView && lexicon.Of($"in_the_{document.Word(i + 2)}_of".ToLowerInvariant()) is { Length: > 0 } entries
            ? new Cue(i, i, i + 3, i, entries.ToArray())
            : null;
    }

    private static Cue? WordAt(Document document, int i, CueLexicon lexicon)
    {
        var tag = document.Tokens[i].Tag;
        if (tag.Length < 2 || !(tag[0] is 'V' or 'N' or 'J'))
        {
            return null;
        }

        var part = tag[0] == 'V' ? CuePart.Verb : tag[0] == 'J' ? CuePart.Adjective : CuePart.Noun;
        if (tag is "NNP" or "NNPS")
        {
            return null;
        }

        var entries = lexicon.Of(document.Word(i)).ToArray().Where(e => e.Part == part).ToArray();
        if (entries.Length == 0 && part == CuePart.Verb && IsNaming(document, i))
        {
            entries = [_naming];
        }

        return entries.Length == 0 || IsAuxiliary(document, i) || IsIdiom(document, i) ? null : InContext(document, i, entries);
    }

    // "has been pounding the minister as a “con artist”": whatever the verb, the quoted words behind "as" are what somebody calls somebody.
    private static bool IsNaming(Document document, int i)
    {
        if (document.Quoted.At(i) >= 0 || i > 0 && document.Tokens[i - 1].Tag == "IN" || NounPhrase.Beginning(document, i + 1) is not { IsNamed: true } named)
        {
            return false;
        }

        var role = named.Range.Last + 1;
        if (role >= document.Tokens.Length || !document.IsWord(role, "as"))
        {
            return false;
        }

        for (var word = role + 1; word < document.Tokens.Length && word <= role + LongestLead && document.Tokens[word].Sentence == document.Tokens[i].Sentence; word++)
        {
            if (document.Quoted.At(word) >= 0)
            {
                return document.Quoted.At(named.Head) < 0;
            }
        }

        return false;
    }

    // "in order to", "was supposed to": nobody orders, nobody supposes.
    private static bool IsIdiom(Document document, int i) =>
        i > 0 && i + 1 < document.Tokens.Length && document.IsWord(i + 1, "to")
        && (document.IsWord(i, "order") && document.IsWord(i - 1, "in") || document.IsWord(i, "supposed") && document.Tokens[i].Tag is "VBN" or "JJ");

    private static bool IsAuxiliary(Document document, int i) => document.Is(i, "aux") || document.Is(i, "cop") || document.Is(i, "case") || document.Is(i, "amod");

    private static Cue InContext(Document document, int head, CueEntry[] entries)
    {
        var top = head;
        var first = VerbGroup.First(document, head);
        if (entries[0].Part == CuePart.Verb)
        {
            while (VerbGroup.Governor(document, top, first) is var governor and >= 0)
            {
                top = governor;
                first = VerbGroup.First(document, governor);
            }
        }

        return new Cue(head, first, VerbGroup.Last(document, head), top, entries)
        {
            IsPassive = entries[0].Part == CuePart.Verb && document.IsPassive(head),
            IsNegated = VerbGroup.IsNegated(document, first, head),
        };
    }
}
