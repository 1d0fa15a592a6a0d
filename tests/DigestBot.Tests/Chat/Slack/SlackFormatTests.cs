using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using DigestBot.Attribution;
using DigestBot.Chat;
using DigestBot.Chat.Slack;

namespace DigestBot.Tests.Chat.Slack;

public sealed partial class SlackFormatTests
{
    [Fact]
    public void A_line_names_speaker_act_and_content_and_its_footnote_the_story()
    {
        var message = SlackFormat.Write(new Reply
        {
            Text = "One offer:",
            Sections = [new ReplySection { Heading = "Moscow invites", Lines = [TestReplies.LineOf("to meet Khatib in a neutral capital", QuoteKind.Indirect, act: SpeechAct.Offers)] }],
        });
        message.Text.Should().Be("One offer:");
        message.Blocks!.Select(b => b.Type).Should().Equal("section", "header", "section", "context");
        message.Blocks![2].Text!.Text.Should().Be("*Lavrov* _offers_ to meet Khatib in a neutral capital ¹");
        message.Blocks[3].Elements![0].Should().BeOfType<SlackText>().Which.Text.Should().Be("¹ RIA Novosti: <https://news.example/1|Moscow invites>, <!date^1356775200^{date_short_pretty}|29 Dec 2012>");
    }

    [Theory]
    [InlineData("<!channel> & <@U1>", "mrkdwn", "*Lavrov* _says_ &lt;!channel&gt; &amp; &lt;@U1&gt; ¹")]
    [InlineData("that *this* is bold", "plain_text", "Lavrov says that *this* is bold ¹")]
    [InlineData("that snake_case is italic", "plain_text", "Lavrov says that snake_case is italic ¹")]
    [InlineData("“a\n> quote”", "plain_text", "Lavrov says “a\n&gt; quote” ¹")]
    [InlineData("that :smile: is one", "plain_text", "Lavrov says that :smile: is one ¹")]
    [InlineData("at 10:30, no", "mrkdwn", "*Lavrov* _says_ at 10:30, no ¹")]
    public void Words_that_mrkdwn_would_change_are_shown_as_plain_text(string content, string type, string shown)
    {
        var text = SlackFormat.Line(ShownLine.Of(TestReplies.LineOf(content, QuoteKind.Mixed), new CitedStories(), 500));
        text.Type.Should().Be(type);
        text.Text.Should().Be(shown);
    }

    [Fact]
    public void Any_reply_is_within_every_limit() => TestReplies.Reply.Sample(reply =>
        SlackRules.OfMessage(JsonSerializer.SerializeToNode(SlackFormat.Write(reply), SlackJson.Plain.SlackMessage)!).Should().BeEmpty(), iter: 2000);

    [Fact]
    public void No_reply_holds_markup_that_is_not_the_formats_own() => TestReplies.Reply.Sample(reply =>
    {
        var message = SlackFormat.Write(reply);
        foreach (var text in message.Blocks!.SelectMany(b => (b.Elements ?? []).SelectMany(Texts).Append(b.Text)).OfType<SlackText>().Append(SlackFormat.Plain(message.Text)))
        {
            var rest = text.Type == "mrkdwn" ? Own().Replace(text.Text, "") : text.Text;
            (text.Type == "mrkdwn" ? MarkedUp() : Angle()).IsMatch(rest).Should().BeFalse(rest);
            Regex.IsMatch(rest, "&(?!amp;|lt;|gt;)").Should().BeFalse(rest);
            (text.Type == "mrkdwn" ? text.Verbatim == true : text.Emoji == false).Should().BeTrue();
        }
    }, iter: 2000);

    private static IEnumerable<SlackText?> Texts(SlackElement element) => element switch
    {
        SlackText text => [text],
        SlackButton button => [button.Text],
        SlackSelect menu => (menu.Options ?? []).Select(o => o.Text).Append(menu.Placeholder),
        _ => [],
    };

    // Bold speaker and act in italics at a line's start; a linked title and a date in a footnote.
    [GeneratedRegex(@"^\*[^*_~`]*\* _[a-z ]+:?_ |<https?://[^<>|\s]*\|[^<>|]*>|<!date\^[0-9]+\^\{date_short_pretty\}\|[0-9A-Za-z ]+>$", RegexOptions.Multiline)]
    private static partial Regex Own();

    [GeneratedRegex(@"[<>*_~`]|^&gt;|:[a-z0-9_+-]+:", RegexOptions.Multiline)]
    private static partial Regex MarkedUp();

    [GeneratedRegex("[<>]")]
    private static partial Regex Angle();
}
