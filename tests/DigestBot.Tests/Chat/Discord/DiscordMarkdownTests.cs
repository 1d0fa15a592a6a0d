using System.Text.RegularExpressions;
using CsCheck;
using DigestBot.Chat;
using DigestBot.Chat.Discord;

namespace DigestBot.Tests.Chat.Discord;

public sealed partial class DiscordMarkdownTests
{
    [Theory]
    [InlineData("@everyone", @"\@everyone")]
    [InlineData("<@1>", @"\<\@1\>")]
    [InlineData("<#1>", @"\<\#1\>")]
    [InlineData("<:emoji:1>", @"\<\:emoji\:1\>")]
    [InlineData("</ask:1>", @"\<\/ask\:1\>")]
    [InlineData("[bank](https://evil.example)", @"\[bank\](https\:\/\/evil.example)")]
    [InlineData("a **b** _c_ ~~d~~ ||e|| `f`", @"a \*\*b\*\* \_c\_ \~\~d\~\~ \|\|e\|\| \`f\`")]
    [InlineData("# a", @"\# a")]
    [InlineData("-# a", @"\-\# a")]
    [InlineData("> a", @"\> a")]
    [InlineData("a\n- b\n  1. c", "a\n\\- b\n  1\\. c")]
    [InlineData("al-Khatib said: no, at 10:30 (U.S. time).", @"al-Khatib said: no, at 10\:30 (U.S. time).")]
    public void Escapes_what_would_be_acted_upon_and_nothing_else(string text, string escaped) =>
        DiscordMarkdown.Escape(text).Should().Be(escaped);

    [Fact]
    public void Nothing_in_an_escaped_text_is_acted_upon() =>
        TestReplies.Text.Sample(text => !Active().IsMatch(DiscordRendering.Unescaped(DiscordMarkdown.Escape(text))));

    [Fact]
    public void An_escaped_text_is_shown_as_it_was() =>
        TestReplies.Text.Sample(text => DiscordRendering.Shown(DiscordMarkdown.Escape(text)) == PlainText.Clean(text));

    [GeneratedRegex(@"[*_~|`\[\]<>@#]|\w:[/\w]|:(?!\s)|^\s*(-|\+|\d+\.)\s", RegexOptions.Multiline)]
    private static partial Regex Active();
}
