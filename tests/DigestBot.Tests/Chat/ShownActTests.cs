using DigestBot.Answers;
using DigestBot.Attribution;
using DigestBot.Chat;

namespace DigestBot.Tests.Chat;

public sealed class ShownActTests
{
    [Theory]
    [InlineData("Khatib", false)]
    [InlineData("officials", true)]
    [InlineData("they", true)]
    [InlineData("three officials from the ministry", true)]
    [InlineData("a spokesman for the unions", false)]
    [InlineData("two people familiar with the talks", true)]
    [InlineData("United Nations", false)]
    [InlineData("the boss", false)]
    [InlineData("the campus", false)]
    [InlineData("somebody", false)]
    [InlineData("Ana Ruiz and Carlo Bianchi", true)]
    [InlineData("Johnson and Johnson", false)]
    [InlineData("Ministry of Defence", false)]
    [InlineData("analysts, who asked not to be named", true)]
    public void Several_speakers_take_the_plural(string speaker, bool isPlural) => SpeakerNumber.IsPlural(speaker).Should().Be(isPlural);

    [Theory]
    [InlineData("officials", false, "demand")]
    [InlineData("officials", true, "do not demand")]
    [InlineData("Ruiz", false, "demands")]
    [InlineData("Ruiz", true, "does not demand")]
    public void The_act_agrees_with_its_speaker(string speaker, bool isNegated, string shown) =>
        ShownAct.Of(Line("an apology", speaker) with { IsNegated = isNegated }).Should().Be(shown);

    [Theory]
    [InlineData("issue a clear condemnation of the raid", "demands:")]
    [InlineData("make the call", "demands:")]
    [InlineData("an apology from Lavrov", "demands")]
    [InlineData("that the army leave", "demands")]
    [InlineData("to see the minister", "demands")]
    [InlineData("both the letters", "demands")]
    [InlineData("Open the bridge", "demands")]
    public void A_bare_verb_stands_behind_a_colon(string content, string shown) => ShownAct.Of(Line(content)).Should().Be(shown);

    [Theory]
    [InlineData(SpeechAct.Rejects, "to go", "refuses")]
    [InlineData(SpeechAct.Accepts, "to meet the minister", "agrees")]
    [InlineData(SpeechAct.Rejects, "we will not go to Moscow", "rejects:")]
    [InlineData(SpeechAct.Demands, "him … to leave", "wants")]
    [InlineData(SpeechAct.Demands, "Russia to call on President Assad to resign", "wants")]
    [InlineData(SpeechAct.Demands, "governments to put education first", "wants")]
    [InlineData(SpeechAct.Demands, "the crews not to strike", "wants")]
    [InlineData(SpeechAct.Demands, "Washington for four tankers", "asks")]
    [InlineData(SpeechAct.Demands, "the owners for more time", "asks")]
    [InlineData(SpeechAct.Demands, "an apology for the raid", "demands")]
    [InlineData(SpeechAct.Demands, "an end to the war", "demands")]
    [InlineData(SpeechAct.Demands, "term limits and for the publication of pay", "calls for")]
    [InlineData(SpeechAct.Says, "we will not go to Moscow", "says")]
    [InlineData(SpeechAct.Denies, "he had paid", "denies")]
    [InlineData(SpeechAct.Offers, "to meet him in Geneva", "offers")]
    public void The_storys_words_can_follow(SpeechAct act, string content, string shown) => ShownAct.Of(Line(content) with { Act = act }).Should().Be(shown);

    [Theory]
    [InlineData(SpeechAct.Rejects, "we will not go to Moscow", "rejects:")]
    [InlineData(SpeechAct.Demands, "No child should have to work", "demands:")]
    [InlineData(SpeechAct.Demands, "an apology from Lavrov", "demands")]
    [InlineData(SpeechAct.Announces, "to lay down my mandate", "decides")]
    [InlineData(SpeechAct.Asks, "“Why would I step down?”", "asks")]
    public void A_quoted_clause_stands_behind_a_colon_and_a_quoted_phrase_does_not(SpeechAct act, string content, string shown) =>
        ShownAct.Of(Line(content) with { Act = act, Kind = QuoteKind.Direct }).Should().Be(shown);

    [Theory]
    [InlineData("the crews to return", "does not want")]
    [InlineData("better pay and for new boats", "does not call for")]
    public void What_is_not_demanded_is_denied_with_the_verb_that_fits(string content, string shown) =>
        ShownAct.Of(Line(content) with { IsNegated = true }).Should().Be(shown);

    private static AnswerLine Line(string content, string speaker = "Ruiz") => new()
    {
        Speaker = speaker,
        Act = SpeechAct.Demands,
        Kind = QuoteKind.Indirect,
        Content = content,
        Citation = new Citation { StoryId = "s", Title = "t", Spans = [new TextSpan(0, 1)] },
    };
}
