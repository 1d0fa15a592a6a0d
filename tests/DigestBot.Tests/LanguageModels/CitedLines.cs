using DigestBot.Answers;
using DigestBot.Attribution;

namespace DigestBot.Tests.LanguageModels;

/// <summary>Twelve lines, numbered from 1, over which the scripted models write.</summary>
internal static class CitedLines
{
    public static IReadOnlyList<AnswerLine> All { get; } =
    [
        Line("Moaz al-Khatib", SpeechAct.Demands, "an apology from Moscow for its support of the government", outlet: "Levant Monitor", day: new DateOnly(2012, 12, 28)),
        Line("Sergei Lavrov", SpeechAct.Offers, "to meet Khatib in a neutral capital", outlet: "Meridian Wire", day: new DateOnly(2012, 12, 29)),
        Line("Moaz al-Khatib", SpeechAct.Rejects, "we will not go to Moscow", QuoteKind.Direct),
        Line("Greg Dyke", SpeechAct.Demands, "that the awards of the 2018 and 2022 tournaments be looked at again if they were shown to have been bought"),
        Line("Malala Yousafzai", SpeechAct.Demands, "that any peace deal protect the rights of women and children"),
        Line("the Ministry of Health", SpeechAct.Says, "that 1,250 people were treated in 14 clinics and 37 of them died"),
        Line("Ana Ruiz", SpeechAct.Denies, "that she took money from the builders"),
        Line("Ana Ruiz", SpeechAct.Demands, "the resignation of the mayor", isNegated: true),
        Line("Joana Prado", SpeechAct.Promises, "to open “every school in the valley” by 1 September", QuoteKind.Mixed),
        Line("Omar Diaz", SpeechAct.Warns, "that the dam may not hold after Friday"),
        Line("Ban Ki-moon", SpeechAct.Praises, "the nurses of the northern clinics"),
        Line("Omar Diaz", SpeechAct.Says, "The dam is old, and nobody has looked at it since 1990.", QuoteKind.Direct),
    ];

    public static AnswerLine Line(string speaker, SpeechAct act, string content, QuoteKind kind = QuoteKind.Indirect, bool isNegated = false, string? outlet = null, DateOnly? day = null) => new()
    {
        Speaker = speaker,
        Act = act,
        Content = content,
        Kind = kind,
        IsNegated = isNegated,
        Citation = new Citation
        {
            StoryId = $"{speaker} {content.Length}",
            Title = "A story",
            Outlet = outlet,
            Published = day is { } d ? new DateTimeOffset(d, TimeOnly.MinValue, TimeSpan.Zero) : null,
            Spans = [new TextSpan(0, content.Length)],
        },
    };
}
