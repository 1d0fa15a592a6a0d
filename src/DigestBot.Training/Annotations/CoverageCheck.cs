using System.Text.RegularExpressions;
using DigestBot.Attribution;

namespace DigestBot.Training.Annotations;

/// <summary>Raises doubts about what seems to have been left unmarked: quotations, names, pronouns. And counts the marks.</summary>
internal sealed partial class CoverageCheck(string file, CorpusArticle article, List<CorpusProblem> problems)
{
    private readonly string _text = article.Text;

    public void Run()
    {
        CheckBalance();
        CheckQuotations();
        CheckNames();
        CheckPronouns();
        CheckSpeakers();
        if (article.Attributions.Count * 100 < 2 * Words.Count(_text))
        {
            Doubt(0, $"{article.Attributions.Count} attributions in {Words.Count(_text)} words: news has three or four in a hundred words.");
        }
    }

    private void CheckBalance()
    {
        var start = 0;
        foreach (var paragraph in _text.Split('\n'))
        {
            var end = start + paragraph.Length;
            var runsOn = _text.AsSpan(end).TrimStart('\n') is { Length: > 0 } next && next[0] is '“' or '"';
            var open = paragraph.Count('“') - paragraph.Count('”');
            if ((open != 0 && !(open == 1 && runsOn)) || (paragraph.Count('"') % 2 != 0 && !runsOn))
            {
                problems.Add(new CorpusProblem(file, CorpusReader.LineOf(article, start), "The quotation marks of this paragraph do not balance.", article.Header.ContainsKey("sha256")));
            }

            start = end + 1;
        }
    }

    private void CheckQuotations()
    {
        var contents = article.Attributions.SelectMany(attribution => attribution.Content).ToList();
        foreach (var quotation in QuotationMarks.In(_text, new TextSpan(0, _text.Length)))
        {
            if (Words.In(_text, quotation).Count() >= 4 && !contents.Exists(quotation.Overlaps))
            {
                Doubt(quotation.Start, $"The quotation {quotation.Of(_text)} belongs to no content; leave it only if nobody says it (a title, a name).");
            }
        }
    }

    private void CheckNames()
    {
        foreach (var person in article.People.Where(person => person.Kind is "m" or "f" && char.IsUpper(person.Name.Split(' ')[^1][0])))
        {
            var surname = person.Name.Split(' ')[^1];
            foreach (var match in Regex.Matches(_text, $@"\b{Regex.Escape(surname)}\b", RegexOptions.None, TimeSpan.FromSeconds(1)).Where(match => !Mentioned(match)))
            {
                Doubt(match.Index, $"‘{surname}’ is not tagged: write <m {person.Key}>…</m> around the whole noun phrase if {person.Name} is meant.");
            }
        }
    }

    private void CheckPronouns()
    {
        foreach (var match in Pronoun().Matches(_text).Where(match => !Mentioned(match)))
        {
            Doubt(match.Index, $"‘{match.Value}’ is not tagged: write <m p1>{match.Value}</m> if somebody of the header is meant.");
        }
    }

    private void CheckSpeakers()
    {
        foreach (var silent in article.Attributions.Where(attribution => attribution.Speaker.Count == 0))
        {
            Doubt(silent.Content[0].Start, $"Attribution {silent.Id} has no speaker: if a noun phrase near it is its subject, add its number there, <s 1,{silent.Id} p1>.");
        }
    }

    private bool Mentioned(Match match) =>
        article.Mentions.Any(mention => mention.Span.Contains(new TextSpan(match.Index, match.Index + match.Length)));

    private void Doubt(int position, string message) =>
        problems.Add(new CorpusProblem(file, CorpusReader.LineOf(article, position), message, IsDoubt: true));

    [GeneratedRegex(@"\b([Hh]e|[Ss]he|[Hh]im|[Hh]is|[Hh]er|[Hh]ers|[Hh]imself|[Hh]erself)\b")]
    private static partial Regex Pronoun();
}
