using DigestBot.Attribution;

namespace DigestBot.Training.Annotations;

/// <summary>Checks where the spans of each attribution begin and end, and that none of its parts is missing.</summary>
internal sealed class SpanCheck(string file, CorpusArticle article, List<CorpusProblem> problems)
{
    private readonly string _text = article.Text;

    public void Run()
    {
        foreach (var attribution in article.Attributions)
        {
            CheckParts(attribution);
            CheckBetween(attribution);
            foreach (var piece in attribution.Content)
            {
                CheckQuotationMarks(attribution, piece);
            }
        }

        foreach (var span in article.Attributions.SelectMany(one => one.Cue.Concat(one.Content)).Concat(article.Mentions.Select(one => one.Span)).Distinct())
        {
            CheckEdges(span);
        }
    }

    private void CheckParts(AnnotatedAttribution attribution)
    {
        var id = attribution.Id;
        if (attribution.Cue.Count == 0)
        {
            Report(attribution.Content[0], $"Attribution {id} has no cue: add <q {id}>…</q>; a quotation that goes on from the one before is a further <c> of that one's number.");
        }

        var frame = attribution.Cue.Concat(attribution.Speaker);
        if (frame.Any(span => attribution.Content.Any(span.Overlaps)))
        {
            Report(attribution.Content[0], $"Speaker or cue of attribution {id} lies inside its own content: close </c> before it and open <c {id}> again after it.");
        }

        if (attribution.Extent.Length > 3000)
        {
            Report(attribution.Content[0], $"Attribution {id} stretches over {attribution.Extent.Length} characters: is its number used twice?");
        }
    }

    private void CheckBetween(AnnotatedAttribution attribution)
    {
        foreach (var cue in attribution.Cue)
        {
            foreach (var piece in attribution.Content.Where(piece => piece.Start >= cue.End))
            {
                var between = _text[cue.End..piece.Start].Trim();
                if (between is "that" or "to" or "of" or "for" or "about" or "on" or "against")
                {
                    Report(piece, $"‘{between}’ before the content of attribution {attribution.Id} stands outside: ‘that’ and ‘to’ with a verb belong to the content, other prepositions to the cue.");
                }
            }
        }
    }

    private void CheckEdges(TextSpan span)
    {
        var inside = span.Of(_text);
        if (inside.Length == 0 || char.IsWhiteSpace(inside[0]) || char.IsWhiteSpace(inside[^1]))
        {
            Report(span, $"‘{inside}’ begins or ends with a blank (or is empty): move the tag to the word.");
        }
        else if (inside.Any(char.IsLetterOrDigit) && inside[^1] is ',' or ';' or ':' && inside.Length > 1)
        {
            Report(span, $"‘{Tail(inside)}’ ends with ‘{inside[^1]}’: close the tag before it.");
        }
        else if ((inside.Length > 5 && inside[^1] == '.' && char.IsLower(inside[^2]) && char.IsLower(inside[^4]) && char.IsLower(inside[^5])) || (inside[^1] == '.' && EndsQuotation(inside[^2])))
        {
            Report(span, $"‘{Tail(inside)}’ ends with the sentence's full stop: close the tag before it.");
        }

        if (Joined(span.Start - 1, span.Start) || Joined(span.End - 1, span.End))
        {
            Report(span, $"‘{Tail(inside)}’ begins or ends inside a word.");
        }
    }

    private void CheckQuotationMarks(AnnotatedAttribution attribution, TextSpan piece)
    {
        if (article.Attributions.Any(other => other.Id != attribution.Id && other.Content.Any(content => content != piece && content.Contains(piece))))
        {
            return;
        }

        if (piece.Start > 0 && QuotationMarks.Opens(_text, piece.Start - 1) && _text[piece.Start - 1] != '’')
        {
            Report(piece, $"The quotation mark before ‘{piece.Of(_text)[..Math.Min(20, piece.Length)]}’ belongs to the content: open the tag before it.");
        }

        var inside = piece.Of(_text);
        if (inside.Count('“') - inside.Count('”') is var curly && curly != 0 && !(curly > 0 && (inside.Contains('\n') || RunsOn(piece))))
        {
            Report(piece, $"‘{Tail(inside)}’ has {inside.Count('“')} “ and {inside.Count('”')} ”: a quotation is taken whole, with both its marks.");
        }

        if (inside.Count('"') % 2 != 0 && !inside.Contains('\n') && !RunsOn(piece))
        {
            Report(piece, $"‘{Tail(inside)}’ has an odd number of straight quotation marks: a quotation is taken whole, with both its marks.");
        }
    }

    // A speech over several paragraphs opens each anew and closes the last alone.
    private bool RunsOn(TextSpan piece)
    {
        var next = _text.AsSpan(piece.End).TrimStart('\n');
        return piece.End < _text.Length && _text[piece.End] == '\n' && next.Length > 0 && next[0] is '“' or '"';
    }

    private bool Joined(int left, int right) => left >= 0 && right < _text.Length && char.IsLetter(_text[left]) && char.IsLetter(_text[right]);

    private static bool EndsQuotation(char mark) => mark is '”' or '"';

    private static string Tail(string inside) => inside[Math.Max(0, inside.Length - 30)..].ReplaceLineEndings(" ");

    private void Report(TextSpan span, string message) =>
        problems.Add(new CorpusProblem(file, CorpusReader.LineOf(article, span.Start), message));
}
