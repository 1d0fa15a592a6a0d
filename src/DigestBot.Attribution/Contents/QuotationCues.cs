using DigestBot.Attribution.Cues;

namespace DigestBot.Attribution.Contents;

/// <summary>Finds the cue that stands beside a quotation.</summary>
internal sealed class QuotationCues(Surroundings story)
{
    private const int LongestWay = 60;
    private readonly Document _document = story.Document;

    /// <summary>The cue in what follows the quotation that ends with <paramref name="last"/>, up to the end of its sentence: “…,” he said.</summary>
    public Cue? Behind(int last)
    {
        var text = _document.Text;
        var paragraph = _document.Sentences[_document.Tokens[last].Sentence].Paragraph;
        for (var i = last + 1; i < _document.Tokens.Length && i < last + LongestWay; i++)
        {
            var first = text[_document.Tokens[i].Start];
            var ends = first is '?' or '!' or ';' || first is '.' && _document.Sentences[_document.Tokens[i].Sentence].Last - 1 <= i;
            if (_document.Sentences[_document.Tokens[i].Sentence].Paragraph != paragraph || story.Quoted.At(i) >= 0 || ends)
            {
                return null;
            }

            if (i == last + 1 && EndsSentence(last) && !char.IsLower(first) && !IsTail(i))
            {
                return null;
            }

            if (story.CueAt(i) is { } cue && cue.Part == CuePart.Verb && cue.Has(Frames.Quotation) && IsFree(cue, last))
            {
                return cue;
            }
        }

        return null;
    }

    private bool EndsSentence(int last)
    {
        for (var i = last; i > last - 3 && i >= 0; i--)
        {
            if (_document.Text[_document.Tokens[i].Start] is '.')
            {
                return true;
            }

            if (!_document.IsPunctuation(i))
            {
                return false;
            }
        }

        return false;
    }

    // A sentence that is nothing but a speaker and a cue closes the quotation before it, whatever its punctuation.
    private bool IsTail(int first)
    {
        var end = story.EndOfSentence(first);
        for (var i = first; i <= end; i++)
        {
            if (story.CueAt(i) is { } cue && cue.Has(Frames.Quotation))
            {
                return i - first < 8 && story.BehindAdverbials(cue) > end;
            }
        }

        return false;
    }

    // The cue's subject stands beside it, behind the quotation, and nothing else is what is said.
    private bool IsFree(Cue cue, int quotation)
    {
        var source = story.SourceOf(cue);
        return (!source.IsNamed || source.Range.First > quotation || source.Range.Last < quotation && cue.First == quotation + 1)
            && !(_document.IsWord(cue.Last + 1 < _document.Tokens.Length ? cue.Last + 1 : cue.Last, "that"));
    }

    /// <summary>The cue in the same sentence before the quotation that begins with <paramref name="first"/>, or in a sentence before it that ends in a colon.</summary>
    public Cue? Before(int first)
    {
        var sentence = _document.Tokens[first].Sentence;
        for (var i = first - 1; i >= 0 && i > first - LongestWay; i--)
        {
            var here = _document.Tokens[i].Sentence;
            var isSame = here == sentence;
            if (!isSame && !EndsInColon(here) || here < sentence - 1 || isSame && _document.Word(i)[0] is '.' or ';')
            {
                return null;
            }

            if (story.CueAt(i) is { } cue && cue.Part == CuePart.Verb && cue.Has(Frames.Quotation) && (!isSame || story.BehindAdverbials(cue) >= first - 2))
            {
                return cue;
            }
        }

        return null;
    }

    private bool EndsInColon(int sentence) => _document.Word(_document.Sentences[sentence].Last - 1)[0] is ':';
}
