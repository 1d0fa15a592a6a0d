using DigestBot.Attribution.Cues;

namespace DigestBot.Attribution.Contents;

/// <summary>Steps over what may stand between a cue and its content: "on Monday", "in a statement", the listener, commas around them.</summary>
internal static class Adverbials
{
    /// <summary>First token behind <paramref name="cue"/> that is neither an adverbial, a listener nor a comma around them.</summary>
    public static int Behind(Surroundings story, Cue cue)
    {
        var document = story.Document;
        var end = story.EndOfSentence(cue.Head);
        var place = BehindComma(story, cue.Last + 1, end, moved: false);
        foreach (var child in document.Dependencies.Of(cue.Head))
        {
            if (place > end)
            {
                break;
            }

            if (child >= place && document.Dependencies.First(child) == place && IsAdverbial(story, child, cue.Has(Frames.Listener)))
            {
                place = BehindComma(story, End(story, child) + 1, end, moved: true);
            }
        }

        return place;
    }

    private static int BehindComma(Surroundings story, int place, int end, bool moved)
    {
        var isComma = place < end && story.Document.Word(place)[0] is ',' && (moved || story.Quoted.At(place + 1) >= 0 && story.Quoted.At(place) < 0);
        return isComma ? place + 1 : place;
    }

    // "in a statement that", "by the judge whether": the clause is the verb's, whatever the parser hangs it on; a quotation too.
    private static int End(Surroundings story, int child)
    {
        var document = story.Document;
        var (first, last) = (document.Dependencies.First(child), document.Dependencies.Last(child));
        for (var i = first + 1; i <= last; i++)
        {
            if (document.IsWord(i, "that") && document.Tokens[i].Tag is "IN" or "WDT" || document.IsWord(first, "by") && IsQuestionWord(document, i) || story.Quoted.At(i) >= 0 && story.Quoted.At(i) != story.Quoted.At(first))
            {
                return i - 1;
            }
        }

        return last;
    }

    private static bool IsQuestionWord(Document document, int i) => document.Tokens[i].Tag is "WRB" or "WP" || document.IsWord(i, "whether") || document.IsWord(i, "if");

    private static bool IsAdverbial(Surroundings story, int child, bool listener)
    {
        var document = story.Document;
        var first = document.Dependencies.First(child);
        var isQuoted = story.Quoted.At(first) >= 0 && story.Quoted.At(child) != story.Quoted.At(document.Tokens[child].Head);
        return !isQuoted && !document.IsWord(first, "that")
            && (document.Is(child, "obl") || document.Is(child, "advmod") || document.Is(child, "iobj") || document.Is(child, "nmod") || listener && document.Is(child, "obj"));
    }
}
