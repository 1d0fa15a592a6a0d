using System.Text;
using System.Text.Json;
using DigestBot.Training.Annotations;

namespace DigestBot.Benchmarks;

/// <summary>
/// Stories to measure on: the paragraphs of the corpus's articles dealt out anew, so that any number of different stories has the words, names
/// and quotations of real ones. The same seed deals the same stories.
/// </summary>
internal sealed class ShuffledStories
{
    private const int FewestParagraphs = 8;
    private const int MostParagraphs = 22;
    private readonly string[] _titles;
    private readonly string[] _paragraphs;
    private readonly Random _random;

    /// <summary>Reads the corpus of this checkout.</summary>
    /// <exception cref="DirectoryNotFoundException">It is not run inside a checkout.</exception>
    public ShuffledStories(int seed)
    {
        string[][] articles = [.. CorpusFolder.Articles(CorpusFolder.Find()).Select(file => CorpusReader.Read(file).Article.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries))];
        _titles = [.. articles.Select(a => a[0])];
        _paragraphs = [.. articles.SelectMany(a => a.Skip(1))];
        _random = new Random(seed);
    }

    /// <summary>The texts of a file with one {"text"} a line.</summary>
    public static List<string> OfFile(string path)
    {
        List<string> texts = [];
        foreach (var line in File.ReadLines(path).Where(l => l.Length > 0))
        {
            using var article = JsonDocument.Parse(line);
            texts.Add(article.RootElement.GetProperty("text").GetString() ?? "");
        }
        return texts;
    }

    /// <summary>So many stories of an article's usual length.</summary>
    public List<string> Deal(int count) => [.. Enumerable.Range(0, count).Select(_ => Story(_random.Next(FewestParagraphs, MostParagraphs), int.MaxValue))];

    /// <summary>One story of about <paramref name="length"/> UTF-16 units.</summary>
    public string OfLength(int length) => Story(int.MaxValue, length);

    private string Story(int most, int length)
    {
        StringBuilder story = new(_titles[_random.Next(_titles.Length)]);
        for (var i = 0; i < most && story.Length < length; i++)
        {
            story.Append("\n\n").Append(_paragraphs[_random.Next(_paragraphs.Length)]);
        }

        return story.Length > length ? story.ToString(0, length) : story.ToString();
    }
}
