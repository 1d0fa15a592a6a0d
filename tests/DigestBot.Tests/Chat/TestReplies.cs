using CsCheck;
using DigestBot.Answers;
using DigestBot.Attribution;
using DigestBot.Chat;

namespace DigestBot.Tests.Chat;

/// <summary>Replies for properties: of every size, with every sort of text that a chat could act upon.</summary>
internal static class TestReplies
{
    private static readonly string[] _traps =
    [
        "@everyone", "@here", "<@1>", "<@!123456789012345678>", "<@&5>", "<#1>", "<:emoji:1>", "<a:dance:12>", "</ask:1>", "<t:1:R>", "<id:customize>",
        "**bold**", "*i*", "_i_", "__u__", "~~s~~", "||spoiler||", "`code`", "```\nblock\n```", "[x](https://evil.example)", "https://evil.example/a_b_", "http://a.b",
        "discord.gg/abc", "\n# heading", "\n-# small", "\n> quote", "\n>>> quote", "\n- item", "\n1. item", "\\", "\\*", "\\\\_", ":smile:", ":+1:", "<!channel>", "<!here>",
        "<@U123>", "<#C123>", "<!subteam^S1>", "<https://evil.example|bank>", "<!date^1^{date}|x>", "&lt;!channel&gt;", "&amp;", "~x~", "\u202Eabc", "\u0007", "\uD800",
        "“", "”", "‘", "’", "\"", "«", "»", "„", " […]", " … ", "\n\n", " ", "a", "Moaz al-Khatib", "Алексей", "إبراهيم", "😀", "1.", "\t",
    ];

    private static readonly string[] _urls = ["https://news.example/a(b)", "javascript:alert(1)", "https://user@evil.example/", "https://news.example/?a=1&b=<x>|y"];

    public static Gen<string> Text { get; } = Gen.OneOf(
        Gen.Int[0, _traps.Length - 1].Select(i => _traps[i]).Array[0, 12].Select(string.Concat),
        Gen.String[0, 60],
        Gen.Int[0, 4000].Select(n => string.Concat(Enumerable.Repeat("ab *c* _d ", (n / 10) + 1))[..n]),
        Gen.Int[0, 3000].Select(n => new string('*', n)),
        Gen.Int[0, 500].Select(n => string.Concat(Enumerable.Repeat("😀", n))));

    private static Gen<Citation> Citation { get; } =
        from story in Gen.Int[0, 40]
        from title in Text
        from outlet in Text
        from time in Gen.Int[0, 2_000_000_000]
        from url in Gen.OneOf(Gen.Int[0, _urls.Length - 1].Select(i => _urls[i]), Text)
        select new Citation
        {
            StoryId = $"s{story}",
            Title = title,
            Outlet = time % 3 == 0 ? null : outlet,
            Published = time % 5 == 0 ? null : DateTimeOffset.FromUnixTimeSeconds(time),
            Url = time % 7 == 0 ? null : url,
            Spans = [new TextSpan(0, 5)],
        };

    public static Gen<AnswerLine> Line { get; } =
        from speaker in Text
        from content in Text
        from act in Gen.Enum<SpeechAct>()
        from kind in Gen.Enum<QuoteKind>()
        from negated in Gen.Bool
        from citation in Citation
        from also in Citation.List[0, 4]
        select new AnswerLine { Speaker = speaker, Content = content, Act = act, Kind = kind, IsNegated = negated, Citation = citation, AlsoIn = also };

    private static Gen<ReplySection> Section { get; } =
        from heading in Text
        from note in Text
        from lines in Line.List[0, 8]
        from items in Text.List[0, 10]
        select new ReplySection { Heading = heading, Note = note, Lines = lines, Items = items };

    private static Gen<Button> Button { get; } =
        from label in Text
        from typed in Text
        from place in Gen.Enum<ButtonPlace>()
        select new Button(label, typed, place);

    public static Gen<Reply> Reply { get; } =
        from text in Text
        from sections in Section.List[0, 12]
        from isPrivate in Gen.Bool
        from buttons in Button.List[0, 6]
        from choices in Button.List[0, 30]
        from label in Text
        select new Reply { Text = text, Sections = sections, IsPrivate = isPrivate, Buttons = buttons, Picker = choices.Count == 0 ? null : new Picker(label, choices) };

    /// <summary>A line as the engine makes it: spans that cover the content.</summary>
    public static AnswerLine LineOf(string content, QuoteKind kind, string speaker = "Lavrov", SpeechAct act = SpeechAct.Says) => new()
    {
        Speaker = speaker,
        Act = act,
        Kind = kind,
        Content = content,
        Citation = new Citation
        {
            StoryId = "s1",
            Title = "Moscow invites",
            Outlet = "RIA Novosti",
            Published = DateTimeOffset.FromUnixTimeSeconds(1_356_775_200),
            Url = "https://news.example/1",
            Spans = [new TextSpan(0, content.Length)],
        },
    };
}
