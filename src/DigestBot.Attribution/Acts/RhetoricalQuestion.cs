using DigestBot.Attribution.Contents;

namespace DigestBot.Attribution.Acts;

/// <summary>"Why doesn't Russia respond and issue a clear condemnation?": a question why somebody does not do a thing demands it of him.</summary>
internal static class RhetoricalQuestion
{
    private const int LongestSubject = 8;

    /// <summary>One demand for each thing that the sentence asks why it is not done; none for other sentences.</summary>
    public static IEnumerable<Draft> Read(Document document, TokenRange sentence)
    {
        var why = Why(document, sentence);
        var verb = why < 0 ? -1 : Verb(document, why, sentence.Last);
        if (verb < 0)
        {
            yield break;
        }

        var addressee = new TokenRange(BehindNegation(document, why), verb - 1);
        var end = LastWord(document, sentence);
        for (var first = verb; first >= 0;)
        {
            var next = NextVerb(document, first, end);
            var last = next < 0 ? end : next - 2;
            if (last > first)
            {
                yield return Demand(first, last, new TokenRange(why, addressee.First - 1), addressee);
            }

            first = next;
        }
    }

    private static Draft Demand(int first, int last, TokenRange cue, TokenRange addressee) => new()
    {
        Cue = null,
        Entry = null,
        Rule = Rule.QuotedAct,
        Act = SpeechAct.Demands,
        CueRange = cue,
        Addressee = addressee,
        Content = [new TokenRange(first, last)],
    };

    // "why" before a negated auxiliary, in a sentence that ends as a question.
    private static int Why(Document document, TokenRange sentence)
    {
        var isQuestion = false;
        for (var i = sentence.Last; i > sentence.Last - 3 && i >= sentence.First; i--)
        {
            isQuestion |= document.Word(i)[0] == '?';
        }

        for (var i = sentence.First; isQuestion && i + 2 < sentence.Last; i++)
        {
            if (document.IsWord(i, "why") && BehindNegation(document, i) > 0)
            {
                return i;
            }
        }

        return -1;
    }

    private static int BehindNegation(Document document, int why)
    {
        for (var i = why + 1; i <= why + 2 && i < document.Tokens.Length; i++)
        {
            if (IsNot(document, i))
            {
                return i + 1;
            }
        }

        return -1;
    }

    private static bool IsNot(Document document, int token) =>
        document.IsWord(token, "not") || document.IsWord(token, "n't") || document.IsWord(token, "n’t");

    // The first verb behind the subject; a question about ourselves is no demand.
    private static int Verb(Document document, int why, int last)
    {
        var place = BehindNegation(document, why);
        if (document.IsWord(place, "we") || document.IsWord(place, "I"))
        {
            return -1;
        }

        for (var i = place + 1; i < last && i < place + LongestSubject; i++)
        {
            if (IsBaseForm(document, i))
            {
                return i;
            }
        }

        return -1;
    }

    // A "noun" with a determiner behind it is a verb that the tagger misread: "admit its mistake".
    private static bool IsBaseForm(Document document, int token) =>
        document.Tokens[token].Tag is "VB" or "VBP" || document.Tokens[token].Tag == "NN" && document.Tokens[token + 1].Tag is "DT" or "PRP$" or "PRP";

    private static int LastWord(Document document, TokenRange sentence)
    {
        var last = sentence.Last;
        while (last > sentence.First && document.IsPunctuation(last))
        {
            last--;
        }

        return last;
    }

    // The verb behind the next "and": what else is not done.
    private static int NextVerb(Document document, int first, int last)
    {
        for (var i = first + 1; i < last; i++)
        {
            if (document.Tokens[i].Tag == "CC" && i + 2 <= last && IsBaseForm(document, i + 1))
            {
                return i + 1;
            }
        }

        return -1;
    }
}
