using DigestBot.Training.Annotations;

namespace DigestBot.Attribution.Tests;

public sealed class MutatedStoriesTests
{
    // Ten thousand over all mutations together; each takes some paragraphs of one of the corpus's articles.
    private static readonly int _times = 10_000 / Mutation.All.Count;
    private const int MostParagraphs = 2;

    private static readonly Lazy<string[][]> _articles = new(() =>
        [.. CorpusFolder.Articles(CorpusFolder.Find(AppContext.BaseDirectory)).Select(file => CorpusReader.Read(file).Article.Text.Split("\n\n"))]);

    public static TheoryData<string> Mutations => [.. Mutation.All.Select(mutation => mutation.Name)];

    [Theory]
    [MemberData(nameof(Mutations))]
    public void Broken_stories_are_read_with_every_span_in_its_place(string name)
    {
        var mutation = Mutation.All.Single(m => m.Name == name);
        for (var seed = 0; seed < _times; seed++)
        {
            var random = new Random(seed);
            var text = mutation.Apply(Excerpt(random), random);

            var faults = Soundness.Faults(text, StatementExtractor.Default.Read(text));

            faults.Should().BeEmpty("this is seed {0}: {1}", seed, text);
        }
    }

    [Fact]
    public void Empty_lines_before_a_story_move_every_span_and_change_nothing_else()
    {
        const string lines = "\n\n \n";
        for (var seed = 0; seed < _times; seed++)
        {
            var text = Excerpt(new Random(seed));

            var moved = StatementExtractor.Default.Read(lines + text).Statements.SelectMany(Spans);

            moved.Should().Equal(StatementExtractor.Default.Read(text).Statements.SelectMany(Spans).Select(s => new TextSpan(s.Start + lines.Length, s.End + lines.Length)), "of seed {0}", seed);
        }
    }

    private static IEnumerable<TextSpan> Spans(Statement statement) => [.. statement.ContentSpans, .. statement.CueSpans, .. statement.SpeakerSpans];

    private static string Excerpt(Random random)
    {
        var article = _articles.Value[random.Next(_articles.Value.Length)];
        var count = random.Next(1, MostParagraphs + 1);
        return string.Join("\n\n", article.Skip(random.Next(article.Length)).Take(count));
    }
}
