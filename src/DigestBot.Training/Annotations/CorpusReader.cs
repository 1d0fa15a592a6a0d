using System.Text.RegularExpressions;

namespace DigestBot.Training.Annotations;

/// <summary>Reads one annotated file: its header, its body, and the attributions that the body's tags make together.</summary>
internal static partial class CorpusReader
{
    /// <summary>The article as far as it could be read, and what is wrong with its form.</summary>
    /// <param name="path">A UTF-8 file in the form of docs/annotation-guideline.md.</param>
    public static (CorpusArticle Article, List<CorpusProblem> Problems) Read(string path) =>
        Parse(Path.GetFileName(path), File.ReadAllText(path));

    /// <summary>As <see cref="Read"/>, from the file's text; <paramref name="file"/> only names it.</summary>
    public static (CorpusArticle Article, List<CorpusProblem> Problems) Parse(string file, string source)
    {
        List<CorpusProblem> problems = [];
        if (source.Contains('\r'))
        {
            problems.Add(new CorpusProblem(file, 1, "Lines end in CR LF: save the file with LF alone."));
        }

        var end = source.IndexOf("\n\n", StringComparison.Ordinal);
        var head = end < 0 ? source : source[..end];
        var body = end < 0 ? "" : source[(end + 2)..];
        var (header, people) = ReadHeader(file, head, problems);
        var bodyLine = head.AsSpan().Count('\n') + 3;
        var inline = new InlineReader(file, bodyLine, problems).Read(body.EndsWith('\n') ? body[..^1] : body);
        var assembler = new AttributionAssembler(file, bodyLine, inline, problems);
        return (new CorpusArticle
        {
            Id = Path.GetFileNameWithoutExtension(file),
            Header = header,
            People = people,
            Text = inline.Text,
            Attributions = assembler.Attributions(),
            Mentions = assembler.Mentions(people),
        }, problems);
    }

    /// <summary>The line of the file at <paramref name="position"/> (a UTF-16 offset) of its article's text, counted from 1.</summary>
    public static int LineOf(CorpusArticle article, int position) =>
        article.Header.Count + article.People.Count + 2 + article.Text.AsSpan(0, position).Count('\n');

    private static (Dictionary<string, string> Header, List<CorpusPerson> People) ReadHeader(string file, string head, List<CorpusProblem> problems)
    {
        Dictionary<string, string> header = [];
        List<CorpusPerson> people = [];
        var line = 0;
        foreach (var text in head.Split('\n'))
        {
            line++;
            if (PersonLine().Match(text) is { Success: true } person)
            {
                people.Add(new CorpusPerson(person.Groups[1].Value, person.Groups[2].Value, person.Groups[3].Value, person.Groups[4].Value));
            }
            else if (KeyLine().Match(text) is { Success: true } pair && header.TryAdd(pair.Groups[1].Value, pair.Groups[2].Value))
            {
                continue;
            }
            else
            {
                problems.Add(new CorpusProblem(file, line, $"‘{text}’ is no header line: write ‘key: value’ (each key once) or " +
                    "‘p1 = Full Name (m|f|body|group|work|unnamed): description’; the header ends with the first empty line."));
                header.TryAdd($"line {line}", text);
            }
        }

        return (header, people);
    }

    [GeneratedRegex(@"^(p\d+) = (.+?) \((m|f|body|group|work|unnamed)\): (.+)$")]
    private static partial Regex PersonLine();

    [GeneratedRegex(@"^([a-z][a-z0-9]*): (.+)$")]
    private static partial Regex KeyLine();
}
