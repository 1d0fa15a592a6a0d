using DigestBot.Answers;
using DigestBot.Attribution;

namespace DigestBot.Tests.Answers;

public sealed class QuestionParserTests
{
    private static readonly DateTimeOffset _now = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("What did Mike Pence say?", "Mike Pence")]
    [InlineData("what did bob hope say", "bob hope")]
    [InlineData("What did Will Smith promise?", "Will Smith")]
    [InlineData("What does Ariana Hope want?", "Ariana Hope")]
    [InlineData("what has the Syrian opposition demanded?", "Syrian opposition")]
    [InlineData("what are Khatib's demands?", "Khatib")]
    [InlineData("the demands of Moaz al-Khatib on Moscow", "Moaz al-Khatib")]
    [InlineData("What demands did Khatib make?", "Khatib")]
    [InlineData("What was said by Lavrov about talks?", "Lavrov")]
    [InlineData("How many people died according to the UN?", "UN")]
    [InlineData("latest from Lavrov on Assad", "Lavrov")]
    [InlineData("Lavrov and Khatib on talks", "Lavrov", "Khatib")]
    [InlineData("who did Trump accuse?", "Trump")]
    [InlineData("did Lavrov say Assad will go?", "Lavrov")]
    public void Finds_whose_statements_are_asked_for(string text, params string[] speakers) =>
        Parse(text).Speakers.Should().Equal(speakers);

    [Theory]
    [InlineData("who wants an apology?")]
    [InlineData("who else has called for talks")]
    [InlineData("where would Russia meet Khatib?")]
    [InlineData("what did anyone say about Assad?")]
    [InlineData("what did he say?")]
    public void Asks_for_nobody_in_particular_where_nobody_is_named(string text) =>
        Parse(text).Speakers.Should().BeEmpty();

    [Theory]
    [InlineData("what did Khatib demand?", SpeechAct.Demands)]
    [InlineData("what did Khatib call for?", SpeechAct.Demands)]
    [InlineData("what does Khatib insist on?", SpeechAct.Demands)]
    [InlineData("who wants an apology?", SpeechAct.Demands)]
    [InlineData("Khatib's refusal", SpeechAct.Rejects)]
    [InlineData("what did he turn down?", SpeechAct.Rejects)]
    [InlineData("which offers has Lavrov made?", SpeechAct.Offers)]
    [InlineData("what did Brahimi warn of?", SpeechAct.Warns)]
    [InlineData("whom did she blame?", SpeechAct.Accuses)]
    [InlineData("who apologised?", SpeechAct.Apologises)]
    [InlineData("what was announced by NASA?", SpeechAct.Announces)]
    public void Finds_the_act_asked_for(string text, SpeechAct act) =>
        Parse(text).Act.Should().Match<ActGroup>(g => g.Breadth != ActBreadth.Any && g.Act == act);

    [Theory]
    [InlineData("what did Perdue argue?", "argue", "maintained that", "said that")]
    [InlineData("what did Clinton write?", "write", "wrote in a letter", "said in a speech")]
    [InlineData("what did he point out?", "point out", "noted", "pointed")]
    [InlineData("what did she tweet", "tweet", "tweeted", "wrote")]
    public void A_verb_more_special_than_its_act_wants_its_own_cues(string text, string verb, string cue, string other)
    {
        var question = Parse(text);
        question.Verb.Should().Be(verb);
        question.Act!.Breadth.Should().Be(ActBreadth.Own);
        question.Act.IsOf(cue).Should().BeTrue();
        question.Act.IsOf(other).Should().BeFalse();
    }

    [Theory]
    [InlineData("what did Lavrov say about Assad?", "assad")]
    [InlineData("who said that 30,000 people died?", "30,000 died")]
    [InlineData("where would Russia meet Khatib?", "russia meet khatib")]
    [InlineData("did Khatib accept the invitation?", "invitation")]
    [InlineData("under what condition would he meet the Russians?", "meet russians")]
    [InlineData("which offer did Khatib reject?", "offer")]
    [InlineData("what's new on the U.S. election", "u.s election")]
    [InlineData("what did Khatib say?", "")]
    public void Finds_what_it_is_about(string text, string topic) =>
        string.Join(' ', Parse(text).Topic).Should().Be(topic);

    [Theory]
    [InlineData("who is Khatib?", "WhoIs")]
    [InlineData("who's the president of FIFA", "WhoIs")]
    [InlineData("who is calling for talks?", "Who")]
    [InlineData("whats new on Syria", "News")]
    [InlineData("on what condition would she resign?", "Condition")]
    [InlineData("how many people died", "HowMany")]
    [InlineData("can you tell me where they met?", "Where")]
    [InlineData("did Khatib accept", "YesNo")]
    [InlineData("Lavrov on Assad", "Words")]
    public void Knows_what_sort_of_thing_is_asked_for(string text, string form) =>
        Parse(text).Form.ToString().Should().Be(form);

    [Theory]
    [InlineData("what does Khatib want from Moscow?", "Moscow")]
    [InlineData("what did Clinton tell voters?", null)]
    [InlineData("what did he say to Lavrov", "Lavrov")]
    public void Finds_whom_it_is_said_to(string text, string? addressee) =>
        Parse(text).Addressee.Should().Be(addressee);

    [Theory]
    [InlineData("")]
    [InlineData("?!")]
    [InlineData("what?")]
    [InlineData("tell me what they said")]
    public void Asks_for_nothing_where_there_is_no_speaker_act_or_matter(string text) =>
        Parse(text).IsEmpty.Should().BeTrue();

    [Theory]
    [InlineData("and Lavrov?", "what did Khatib say about talks?", "Lavrov", "What", "talks")]
    [InlineData("when?", "what did Khatib say about talks?", "Khatib", "When", "talks")]
    [InlineData("what did he say about Assad?", "what did Lavrov offer?", "Lavrov", "What", "assad")]
    [InlineData("and about Assad?", "what did Khatib say about talks?", "Khatib", "What", "assad")]
    [InlineData("what else?", "what did Khatib demand of Russia?", "Khatib", "What", "")]
    public void Leans_on_the_question_before(string text, string previous, string speaker, string form, string topic)
    {
        var question = AskedQuestion.Of(text, new AskOptions { Previous = [previous] }, _now);
        question.Speakers.Should().Equal(speaker);
        question.Form.ToString().Should().Be(form);
        string.Join(' ', question.Topic).Should().Be(topic);
    }

    [Fact]
    public void Who_else_asks_for_everybody_but_the_one_before()
    {
        var question = AskedQuestion.Of("who else?", new AskOptions { Previous = ["what did Khatib demand of Russia?"] }, _now);
        question.Form.Should().Be(QuestionForm.Who);
        question.Speakers.Should().BeEmpty();
        question.NotBy.Should().Equal("Khatib");
        question.Verb.Should().Be("demand");
    }

    private static Question Parse(string text) => QuestionParser.Parse(text, _now);
}
