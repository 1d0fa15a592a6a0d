using System.Text;
using CsCheck;
using DigestBot.Attribution;
using DigestBot.Stories;

namespace DigestBot.Tests.Stories;

public sealed class StoryReaderTests
{
    private static readonly string[] Names = ["a.txt", "a.md", "a.html", "a.json", "a.jsonl", "-"];

    [Fact]
    public void Reads_plain_text_with_its_dateline_and_never_guesses_a_year()
    {
        Story story = One("rain.txt", "Rain over Lisbon\n\nLISBON, December 29 (Tagus Wire) – “It will rain,” Mayor Ana Ruiz said.\n\nLeave a comment\n");
        (story.Title, story.Place, story.Outlet, story.DatelineDay, story.Published).Should().Be(("Rain over Lisbon", "LISBON", "Tagus Wire", "12-29", null));
        story.Text.Should().EndWith("Mayor Ana Ruiz said.");
    }

    [Fact]
    public void Takes_what_it_is_told_over_what_the_text_says()
    {
        StoryHints hints = new() { Published = new DateTimeOffset(2012, 12, 29, 0, 0, 0, TimeSpan.Zero), Outlet = "Other" };
        Story story = StoryReader.Read("a.txt", Bytes("T\n\nLISBON, December 29 (Tagus Wire) – It rained."), hints).Stories.Single();
        (story.Outlet, story.Published!.Value.Year, story.DatelineDay).Should().Be(("Other", 2012, null));
    }

    [Fact]
    public void Reads_markdown_with_front_matter()
    {
        Story story = One("a.md", "---\ntitle: Rain\noutlet: Tagus Wire\ndate: 2026-03-02\nurl: https://tagus.example/rain\nid: t1\n---\n\n# Rain\n\nMayor **Ana Ruiz** said [it](https://x.example) rained.\n\n- First\n- Second\n");
        (story.Id, story.Title, story.Outlet, story.Url, story.Published!.Value.Day).Should().Be(("t1", "Rain", "Tagus Wire", "https://tagus.example/rain", 2));
        story.Text.Should().Contain("Mayor Ana Ruiz said it rained.").And.NotContain("*").And.NotContain("](");
    }

    [Fact]
    public void Reads_a_saved_page_without_what_surrounds_the_article()
    {
        string paragraph = string.Concat(Enumerable.Repeat("Mayor Ana Ruiz said that the rain would go on over the whole of the region. ", 6));
        Story story = One("a.html", $"<html><head><title>Rain | Tagus</title><meta property=og:title content=Rain><meta property=og:site_name content='Tagus Wire'><meta property='article:published_time' content='2026-03-02T07:00:00Z'></head><body><nav>Home</nav><article><h1>Rain</h1><p>{paragraph}</p><p>{paragraph}</p></article><footer>All rights reserved</footer></body></html>");
        (story.Title, story.Outlet, story.Published!.Value.Hour).Should().Be(("Rain", "Tagus Wire", 7));
        story.Text.Should().Contain("Ana Ruiz").And.NotContain("Home").And.NotContain("rights");
    }

    [Fact]
    public void Keeps_the_text_of_json_untouched_since_others_count_in_it()
    {
        const string Text = "  Rain \\u00a0\\n\\nAna said so.  ";
        Story story = One("a.json", $$"""{"id":"j1","title":"Rain","date":"2026-03-02","text":"{{Text}}","extra":[1]}""");
        (story.Id, story.Text).Should().Be(("j1", "  Rain \u00a0\n\nAna said so.  "));
    }

    [Fact]
    public void Reads_the_whole_lines_of_a_file_and_names_the_broken_one()
    {
        StoryBatch batch = StoryReader.Read("a.jsonl", Bytes("{\"text\":\"One said.\"}\n{broken\n\n{\"title\":\"no text\"}\n{\"text\":\"Two said.\"}\n"));
        batch.Stories.Should().HaveCount(2);
        batch.Refused.Select(r => r.Name).Should().Equal("a.jsonl:2", "a.jsonl:4");
    }

    [Theory]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, (byte)'A', (byte)' ', (byte)'b' }, "A b")]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'A', 0, (byte)'b', 0 }, "Ab")]
    [InlineData(new byte[] { 0xFE, 0xFF, 0, (byte)'A', 0, (byte)'b' }, "Ab")]
    public void Knows_encodings_by_their_marks(byte[] bytes, string text) => StoryReader.Read("a.txt", bytes).Stories.Single().Text.Should().Be(text);

    [Theory]
    [InlineData("a.txt", new byte[] { 0xC3, 0x28 }, "UTF-8")]
    [InlineData("a.txt", new byte[] { 65, 0, 66 }, "no text")]
    [InlineData("a.txt", new byte[] { 32, 10 }, "empty")]
    [InlineData("a.json", new byte[] { (byte)'[', (byte)'1', (byte)']' }, "no object")]
    [InlineData("a.json", new byte[] { (byte)'{' }, "not JSON")]
    public void Says_why_it_refuses(string name, byte[] bytes, string why)
    {
        StoryBatch batch = StoryReader.Read(name, bytes);
        batch.Stories.Should().BeEmpty();
        batch.Refused.Single().Why.Should().Contain(why);
    }

    [Theory]
    [InlineData("MOSCOW, December 29 (RIA Novosti) – Russian", "MOSCOW", "RIA Novosti", "12-29", null)]
    [InlineData("PARIS (AP) — The", "PARIS", "AP", null, null)]
    [InlineData("WASHINGTON — The", "WASHINGTON", null, null, null)]
    [InlineData("ALBANY, N.Y. (AP) -- A", "ALBANY, N.Y.", "AP", null, null)]
    [InlineData("LONDON, Jan. 5, 2017 /PRNewswire/ -- A", "LONDON", "PRNewswire", "01-05", "2017-01-05")]
    [InlineData("NEW YORK, July 12, 2013 (Meridian Wire) - On", "NEW YORK", "Meridian Wire", "07-12", "2013-07-12")]
    [InlineData("KADOUA, 2 July 2026 (SPA) — The", "KADOUA", "SPA", "07-02", "2026-07-02")]
    [InlineData("SÃO PAULO, March 3rd – The", "SÃO PAULO", null, "03-03", null)]
    [InlineData("BRUSSELS, November 31, 2026 (AFP) – The", "BRUSSELS", "AFP", "11-31", null)]
    public void Finds_datelines(string line, string place, string? outlet, string? day, string? published)
    {
        Dateline dateline = Dateline.Parse(line)!;
        (dateline.Place, dateline.Outlet, dateline.Day, dateline.Published?.ToString("yyyy-MM-dd")).Should().Be((place, outlet, day, published));
    }

    [Theory]
    [InlineData("The minister said on December 29 that it rained.")]
    [InlineData("NATO said it would stay.")]
    [InlineData("A storm – the third – came.")]
    [InlineData("December 29 (RIA Novosti)")]
    [InlineData("")]
    public void Sees_no_dateline_where_there_is_none(string line) => Dateline.Parse(line).Should().BeNull();

    [Theory]
    [InlineData("Leave a comment", true)]
    [InlineData("Share this article", true)]
    [InlineData("Read more: The flood of 2013", true)]
    [InlineData("Facebook Twitter WhatsApp", true)]
    [InlineData("© 2026 Tagus Wire", true)]
    [InlineData("“Leave us alone,” he said.", false)]
    [InlineData("She will not comment.", false)]
    [InlineData("Nobody has read more of it than he.", false)]
    public void Leaves_out_page_furniture_and_nothing_else(string last, bool isFurniture) =>
        One("a.txt", $"Rain\n\nIt rained.\n\n{last}\n").Text.Contains(last, StringComparison.Ordinal).Should().Be(!isFurniture);

    [Fact]
    public void Reads_the_real_story()
    {
        string file = Repository.Shared("stories/moscow-reiterates-invitation.txt");
        Story story = StoryReader.Read(file, File.ReadAllBytes(file)).Stories.Single();
        (story.Place, story.Outlet, story.DatelineDay, story.Published).Should().Be(("MOSCOW", "RIA Novosti", "12-29", null));
        File.ReadAllText(file).Should().Contain(story.Text, "not a character is changed");
        story.Text.Should().NotContain("Leave a comment").And.Contain("“").And.Contain("’");
    }

    [Fact]
    public void Any_bytes_are_stories_or_refused() =>
        Gen.Select(Gen.Int[0, Names.Length - 1].Select(i => Names[i]), Gen.OneOf(Gen.Byte.Array[0, 200], Gen.String[0, 200].Select(Encoding.UTF8.GetBytes)))
            .Sample((name, bytes) =>
            {
                StoryBatch batch = StoryReader.Read(name, bytes);
                (batch.Stories.Count + batch.Refused.Count).Should().BePositive();
            }, iter: 1000);

    [Fact]
    public void Every_sample_story_has_outlet_and_day_and_somebody_says_something()
    {
        foreach (string file in StoryFiles.Find(Path.Combine(Repository.Root, "config/stories")))
        {
            Story story = StoryFiles.Read(file).Stories.Single();
            story.Outlet.Should().NotBeNull(file);
            story.Published.Should().NotBeNull(file);
            StatementExtractor.Default.Read(story.Text).Statements.Count.Should().BeGreaterThan(4, file);
        }
    }

    private static Story One(string name, string text) => StoryReader.Read(name, Bytes(text)).Stories.Single();

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
