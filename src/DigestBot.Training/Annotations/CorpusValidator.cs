using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace DigestBot.Training.Annotations;

/// <summary>Holds an annotated article to docs/annotation-guideline.md, as far as a program can.</summary>
internal static partial class CorpusValidator
{
    private static readonly string[] _keys = ["id", "title", "outlet", "date", "style", "topic", "licence"];

    /// <summary>All problems of the file at <paramref name="path"/>, form and content, in the order of its lines.</summary>
    public static (CorpusArticle Article, IReadOnlyList<CorpusProblem> Problems) Check(string path)
    {
        var (article, problems) = CorpusReader.Read(path);
        var file = Path.GetFileName(path);
        CheckHeader(file, article, problems);
        CheckText(file, article, problems);
        new SpanCheck(file, article, problems).Run();
        new CoverageCheck(file, article, problems).Run();
        return (article, [.. problems.OrderBy(problem => problem.IsDoubt).ThenBy(problem => problem.Line)]);
    }

    private static void CheckHeader(string file, CorpusArticle article, List<CorpusProblem> problems)
    {
        void Report(string message) => problems.Add(new CorpusProblem(file, 1, message));
        var header = article.Header;
        foreach (var key in _keys.Where(key => !header.ContainsKey(key)))
        {
            Report($"The header has no ‘{key}: …’ line.");
        }

        if (!FileName().IsMatch(article.Id) || header.GetValueOrDefault("id") != article.Id)
        {
            Report($"The file is called ‘{article.Id}’ and its id ‘{header.GetValueOrDefault("id")}’: both must be the same NNN-slug.");
        }

        if (!DateOnly.TryParseExact(header.GetValueOrDefault("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            Report($"The date ‘{header.GetValueOrDefault("date")}’ is not written as 2026-05-31.");
        }

        var title = article.Text.Split('\n')[0];
        if (header.GetValueOrDefault("title") != title)
        {
            Report($"The body's first paragraph must be the title without tags; it is ‘{title}’.");
        }

        foreach (var person in article.People.Where(person => article.Mentions.All(mention => mention.Person != person.Key)))
        {
            Report($"{person.Key} ({person.Name}) is declared but never mentioned: tag a mention <m {person.Key}>…</m> or delete the line.");
        }

        foreach (var twice in article.People.GroupBy(person => person.Key).Where(group => group.Count() > 1))
        {
            Report($"{twice.Key} is declared {twice.Count()} times.");
        }
    }

    private static void CheckText(string file, CorpusArticle article, List<CorpusProblem> problems)
    {
        if (article.Header.TryGetValue("sha256", out var expected))
        {
            var actual = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(article.Text)));
            if (actual != expected)
            {
                problems.Add(new CorpusProblem(file, 1, "The text is not the source's byte for byte any more: only tags may be added."));
            }

            return;
        }

        var words = Words.Count(article.Text);
        if (words is < 200 or > 900)
        {
            problems.Add(new CorpusProblem(file, 1, $"The article has {words} words: it should have 200 to 900."));
        }

        if (Blanks().Match(article.Text) is { Success: true } blanks)
        {
            problems.Add(new CorpusProblem(file, CorpusReader.LineOf(article, blanks.Index), "Two blanks, a blank at a line's end or two empty lines stand here: delete one."));
        }
    }

    [GeneratedRegex(@"^\d{3}-[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex FileName();

    [GeneratedRegex(@"  | \n|\n\n\n")]
    private static partial Regex Blanks();
}
