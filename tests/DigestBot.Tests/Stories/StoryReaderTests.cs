using System.Text;
using DigestBot.Stories;

namespace DigestBot.Tests.Stories;

public sealed class StoryReaderTests
{
    private const string Plain = "Rain over Lisbon\n\nLISBON, March 3 (River Post) – “It will stop,”\u00a0Mayor Ana Ruiz said.";

    [Fact]
    public void Keeps_a_plain_text_from_its_title_to_its_last_word()
    {
        var story = Single("rain.txt", $"\n{Plain}\n\nLeave a comment\n");
        story.Text.Should().Be(Plain);
        (story.Title, story.Place, story.Outlet, story.DatelineDay, story.Published).Should().Be(("Rain over Lisbon", "LISBON", "River Post", "03-03", null));
        story.Id.Should().Be(StoryId.FromText(Plain));
    }

    [Fact]
    public void Reads_the_real_story_with_its_marks_and_spaces_and_without_the_pages_furniture()
    {
        var bytes = File.ReadAllBytes(Repository.Shared("stories/moscow-reiterates-invitation.txt"));
        var story = StoryReader.Read("moscow.txt", bytes).Stories.Single();
        (story.Title, story.Place, story.Outlet, story.DatelineDay, story.Published)
            .Should().Be(("Moscow Reiterates Invitation to Syria Opposition Leader", "MOSCOW", "RIA Novosti", "12-29", null));
        Encoding.UTF8.GetString(bytes).Should().StartWith(story.Text);
        story.Text.Should().EndWith("according to UN figures.").And.Contain("“persuade Assad to leave.”").And.NotContain("Leave a comment");
    }

    [Fact]
    public void Takes_the_year_of_a_dateline_from_the_hint_alone()
    {
        Single("rain.txt", Plain, new StoryHints { Year = 2012 }).Published.Should().Be(Day(2012, 3, 3));
        var told = Single("rain.txt", Plain, new StoryHints { Published = Day(2013, 1, 1), Outlet = "Coast Daily" });
        (told.Published, told.Outlet, told.DatelineDay).Should().Be((Day(2013, 1, 1), "Coast Daily", null));
    }

    [Fact]
    public void Reads_a_text_whose_lines_end_as_on_Windows_as_the_same_story() =>
        Single("rain.txt", Plain.Replace("\n", "\r\n", StringComparison.Ordinal)).Should().Be(Single("rain.txt", Plain));

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Reads_text_by_its_byte_order_mark(string encoding)
    {
        var marked = Encoding.GetEncoding(encoding);
        StoryReader.Read("rain.txt", (byte[])[.. marked.GetPreamble(), .. marked.GetBytes(Plain)]).Stories.Single().Text.Should().Be(Plain);
    }

    [Fact]
    public void Makes_plain_text_of_Markdown_and_takes_facts_from_its_front_matter()
    {
        var story = Single("rain.md", """
            ---
            title: "Rain: the end"
            outlet: River Post
            date: 2024-03-03
            url: https://river.example/rain
            tags: [rain, {deep: [er]}]
            author: {name: Someone}
            id: rain-1
            ---

            Mayor **Ana Ruiz** said it would [stop
            soon](https://river.example/x), and
            “nobody &amp; nothing” could change that. ![a picture](rain.png)

            > She *demanded* a new bridge.

            - One
            - Two

            ```
            code
            ```
            """);
        story.Text.Should().Be("Rain: the end\n\nMayor Ana Ruiz said it would stop soon, and “nobody & nothing” could change that.\n\nShe demanded a new bridge.\n\nOne\n\nTwo");
        (story.Id, story.Title, story.Outlet, story.Published, story.Url).Should().Be(("rain-1", "Rain: the end", "River Post", Day(2024, 3, 3), "https://river.example/rain"));
    }

    [Fact]
    public void Takes_the_title_of_Markdown_without_front_matter_from_its_heading()
    {
        var story = Single("rain.md", "# Rain over Lisbon\n\nIt rained, she said.");
        (story.Title, story.Text).Should().Be(("Rain over Lisbon", "Rain over Lisbon\n\nIt rained, she said."));
    }

    [Fact]
    public void Keeps_a_JSON_texts_every_character_and_its_id()
    {
        var story = Single("rain.json", """{"id": 7, "title": "Rain", "date": "2024-03-03", "outlet": "River Post", "url": "https://river.example/rain", "text": " \r\nIt rained.\n\nShare\n", "tags": ["x"]}""");
        story.Should().Be(new Story { Id = "7", Title = "Rain", Text = " \r\nIt rained.\n\nShare\n", Outlet = "River Post", Url = "https://river.example/rain", Published = Day(2024, 3, 3) });
    }

    [Theory]
    [InlineData("rain.jsonl")]
    [InlineData("rain.json")]
    [InlineData("standard input")]
    public void Reads_good_lines_and_refuses_broken_ones_by_number(string name)
    {
        var batch = Read(name, "{\"id\":\"a\",\"text\":\"It rained.\"}\n\n{oops\n{\"id\":\"b\",\"text\":\"It snowed.\"}\n[1]\n");
        batch.Stories.Select(s => s.Id).Should().Equal("a", "b");
        batch.Refused.Select(r => r.Name).Should().Equal(name, $"{name}:5");
        batch.Refused[0].Why.Should().StartWith("line 3 is not JSON: ");
    }

    [Theory]
    [InlineData("{\n \"text\": \"It rained.\"}")]
    [InlineData("{ \"text\":\n \"It rained.\"}")]
    [InlineData("[{\"text\": \"It rained.\"}]")]
    public void Reads_an_object_or_array_over_several_lines(string json)
    {
        Single("rain.json", json).Text.Should().Be("It rained.");
        Single("-", json).Text.Should().Be("It rained.");
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" \n\u00a0\n", "empty")]
    [InlineData("a\0b", "zero bytes")]
    public void Refuses_what_is_no_text(string text, string why) => Refusal("x.txt", text).Should().Contain(why);

    [Theory]
    [InlineData("{\"title\":\"x\"}", "no \"text\"")]
    [InlineData("{\"text\":\" \"}", "no \"text\"")]
    [InlineData("{\"text\":[\"x\"]}", "\"text\" is no string")]
    [InlineData("{\"text\":\"x\",\"date\":\"yesterday\"}", "write it like 2012-12-29")]
    [InlineData("{\"text\":\"x\",\"date\":\"03/04/2012\"}", "write it like 2012-12-29")]
    [InlineData("{\"text\":\"x\\ud800\"}", "half a character")]
    [InlineData("{\"text\":\"x\\u0000\"}", "zero character")]
    [InlineData("3", "no object")]
    [InlineData("{\"text\":\n \"x\",\n \"date\": oops}", "line 3 is not JSON")]
    public void Says_what_is_wrong_with_JSON(string json, string why) => Refusal("x.json", json).Should().Contain(why);

    [Theory]
    [InlineData("---\ntitle: [\n---\n\nIt rained.", "is not YAML")]
    [InlineData("---\ndate: soon\n---\n\nIt rained.", "write it like 2012-12-29")]
    [InlineData("---\ntitle: x\n---\n\n", "no text")]
    public void Says_what_is_wrong_with_Markdown(string markdown, string why) => Refusal("x.md", markdown).Should().Contain(why);

    [Fact]
    public void Refuses_other_encodings_and_what_is_too_large()
    {
        StoryReader.Read("x.txt", (byte[])[0x63, 0x61, 0x66, 0xE9]).Refused.Single().Why.Should().Contain("save it as UTF-8");
        StoryReader.Read("x.txt", new byte[StoryReader.MostBytes + 1]).Refused.Single().Why.Should().Contain("larger than 10 MB");
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("/rain")]
    [InlineData("file:///etc/passwd")]
    public void Keeps_only_addresses_that_can_be_linked(string url) => Single("x.json", $"{{\"text\":\"x\",\"url\":\"{url}\"}}").Url.Should().BeNull();

    [Theory]
    [InlineData("2012-12-29", "2012-12-29T00:00:00Z")]
    [InlineData("2012-12-29T08:30:00+02:00", "2012-12-29T06:30:00Z")]
    [InlineData("2012-12-29 08:30", "2012-12-29T08:30:00Z")]
    [InlineData("Sat, 29 Dec 2012 08:30:00 GMT", "2012-12-29T08:30:00Z")]
    [InlineData("December 29, 2012", "2012-12-29T00:00:00Z")]
    [InlineData("29 Dec 2012", "2012-12-29T00:00:00Z")]
    [InlineData("2012/12/29", "2012-12-29T00:00:00Z")]
    [InlineData("20121229", "2012-12-29T00:00:00Z")]
    [InlineData("December 29", null)]
    [InlineData("December 2012", null)]
    [InlineData("29 Dec 12", null)]
    [InlineData("2012-12", null)]
    [InlineData("2012", null)]
    [InlineData("12/11/2012", null)]
    [InlineData("2012-02-30", null)]
    public void Reads_dates_and_guesses_none(string text, string? time) =>
        StoryDates.Parse(text).Should().Be(time is null ? null : DateTimeOffset.Parse(time, null, System.Globalization.DateTimeStyles.AssumeUniversal));

    private static DateTimeOffset Day(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.Zero);

    private static StoryBatch Read(string name, string text, StoryHints? hints = null) => StoryReader.Read(name, Encoding.UTF8.GetBytes(text), hints);

    private static Story Single(string name, string text, StoryHints? hints = null)
    {
        var batch = Read(name, text, hints);
        batch.Refused.Should().BeEmpty();
        return batch.Stories.Single();
    }

    private static string Refusal(string name, string text)
    {
        var batch = Read(name, text);
        batch.Stories.Should().BeEmpty();
        batch.Refused.Single().Name.Should().StartWith(name);
        return batch.Refused.Single().Why;
    }
}
