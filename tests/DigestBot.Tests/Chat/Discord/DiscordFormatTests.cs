using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using DigestBot.Attribution;
using DigestBot.Chat;
using DigestBot.Chat.Discord;

namespace DigestBot.Tests.Chat.Discord;

public sealed partial class DiscordFormatTests
{
    [Fact]
    public void A_line_names_speaker_act_and_content_and_its_footnote_the_story()
    {
        var message = DiscordFormat.Write(new Reply
        {
            Text = "One offer:",
            Sections = [new ReplySection { Heading = "Moscow invites", Note = "RIA Novosti", Lines = [TestReplies.LineOf("to meet Khatib in a neutral capital", QuoteKind.Indirect, act: SpeechAct.Offers)] }],
        });
        message.Content.Should().Be(@"One offer\:");
        message.Embeds.Should().ContainSingle().Which.Title.Should().Be("Moscow invites");
        message.Embeds![0].Description.Should().Be(
            "RIA Novosti\n**Lavrov** *offers* to meet Khatib in a neutral capital ¹\n-# ¹ RIA Novosti: [Moscow invites](https://news.example/1) <t:1356775200:R>");
        message.AllowedMentions.Parse.Should().BeEmpty();
    }

    [Fact]
    public void Lines_of_one_story_share_its_footnote()
    {
        var line = TestReplies.LineOf("that it rained", QuoteKind.Indirect);
        var message = DiscordFormat.Write(new Reply { Text = "Two:", Sections = [new ReplySection { Lines = [line, line with { Content = "that it snowed" }] }] });
        message.Embeds![0].Description!.Split('\n').Should().HaveCount(3);
    }

    [Fact]
    public void A_title_that_looks_like_an_address_is_not_the_label_of_a_link()
    {
        var line = TestReplies.LineOf("that it rained", QuoteKind.Indirect);
        line = line with { Citation = line.Citation with { Title = "https://bank.example/login" } };
        DiscordFormat.Footnote(1, line.Citation).Should().Be("¹ RIA Novosti: [story](https://news.example/1) <t:1356775200:R>");
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://news.example/1")]
    [InlineData("https://user:password@news.example/1")]
    [InlineData("not an address")]
    public void Only_a_plain_web_address_is_linked(string url) =>
        DiscordFormat.Footnote(1, TestReplies.LineOf("x", QuoteKind.Indirect).Citation with { Url = url }).Should().NotContain("](");

    [Fact]
    public void Lines_that_do_not_fit_are_counted()
    {
        var line = TestReplies.LineOf(string.Concat(Enumerable.Repeat("word ", 200)), QuoteKind.Indirect);
        Reply reply = new() { Text = "Many:", Sections = [new ReplySection { Lines = [.. Enumerable.Repeat(line, 40)] }] };
        DiscordFormat.Write(reply).Embeds![0].Description.Should().MatchRegex("… and [0-9]+ more$");
    }

    [Fact]
    public void Links_of_a_reply_without_embeds_show_no_previews() =>
        DiscordFormat.Write(new Reply { Text = "Nothing." }).Flags.Should().Be(DiscordMessage.SuppressEmbeds);

    [Fact]
    public void Any_reply_is_within_every_limit() => TestReplies.Reply.Sample(reply =>
    {
        var message = DiscordFormat.Write(reply);
        (message.Content!.Length <= 2000).Should().BeTrue();
        var embeds = message.Embeds ?? [];
        (embeds.Count <= 10).Should().BeTrue();
        (message.Content.Length > 0 || embeds.Count > 0).Should().BeTrue();
        foreach (var embed in embeds)
        {
            ((embed.Title?.Length ?? 0) <= 256 && (embed.Description?.Length ?? 0) <= 4096).Should().BeTrue();
            (string.IsNullOrWhiteSpace(embed.Title) && string.IsNullOrWhiteSpace(embed.Description)).Should().BeFalse();
        }
        (embeds.Sum(e => (e.Title?.Length ?? 0) + (e.Description?.Length ?? 0)) <= 6000).Should().BeTrue();
        message.AllowedMentions.Parse.Should().BeEmpty();
    }, iter: 2000);

    [Fact]
    public void No_reply_holds_markup_that_is_not_the_formats_own() => TestReplies.Reply.Sample(reply =>
    {
        var message = DiscordFormat.Write(reply);
        foreach (var text in (message.Embeds ?? []).SelectMany(e => new[] { e.Title, e.Description }).Append(message.Content).OfType<string>())
        {
            var rest = Own().Replace(DiscordRendering.Unescaped(text), "");
            Foreign().IsMatch(rest).Should().BeFalse(rest);
        }
    }, iter: 2000);

    [Fact]
    public void A_message_is_read_back_as_it_was_written() => TestReplies.Reply.Sample(reply =>
    {
        var message = DiscordFormat.Write(reply);
        var json = JsonSerializer.Serialize(message, DiscordJson.Plain.DiscordMessage);
        JsonSerializer.Serialize(JsonSerializer.Deserialize(json, DiscordJson.Plain.DiscordMessage), DiscordJson.Plain.DiscordMessage).Should().Be(json);
    }, iter: 200);

    // Bold speaker and act in italics at a line's start; a linked title and a time in a footnote, which is small.
    [GeneratedRegex(@"^-# |^\*\*[^*]*\*\* \*[a-z ]+:?\* |\[[^\]\[]*\]\(https?://[^()<>\s]*\)|<t:[0-9]+:R>$", RegexOptions.Multiline)]
    private static partial Regex Own();

    [GeneratedRegex(@"[*_~|`\[\]<>@#]|:(?!\s)|^\s*(-|\+|\d+\.)\s", RegexOptions.Multiline)]
    private static partial Regex Foreign();
}
