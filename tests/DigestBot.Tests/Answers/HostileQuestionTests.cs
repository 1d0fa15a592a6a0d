using System.Text;
using DigestBot.Answers;

namespace DigestBot.Tests.Answers;

/// <summary>Whatever is typed gets an answer or a help, never an exception.</summary>
public sealed class HostileQuestionTests(AnsweredArchive archive) : IClassFixture<AnsweredArchive>
{
    private const int Mutations = 10_000;

    [Theory]
    [InlineData("\"")]
    [InlineData("' OR 1=1; DROP TABLE story; --")]
    [InlineData("content:bridge AND NEAR(a b) * ^ {x}")]
    [InlineData("what did \"Ruiz\" OR \"*\" say NOT?")]
    [InlineData("@everyone <!channel> **bold** [x](https://x.example)")]
    [InlineData("\0\u0001\u0085\ud800 what did \udfff say")]
    [InlineData("‮what did Ruiz say‬")]
    [InlineData("what did 's say about 's?")]
    [InlineData("n't")]
    [InlineData("since")]
    [InlineData("last 999999999 years")]
    [InlineData("in February 30 9999-99-99")]
    public async Task Takes_syntax_and_control_characters_for_words(string question)
    {
        var answer = await AskAsync(question);
        answer.Text.Should().NotBeNullOrWhiteSpace();
        NoMarkup(answer, question);
        AskOptions options = new() { Speaker = question, About = question };
        NoMarkup(await archive.Answerer.AnswerAsync("local", question, options, TestContext.Current.CancellationToken), question);
        NoMarkup(await archive.Answerer.TimelineAsync("local", question, question, null, TestContext.Current.CancellationToken), question);
        var compared = await archive.Answerer.CompareAsync("local", question, $"Ruiz {question}", question, null, TestContext.Current.CancellationToken);
        Unmarked(compared.Text + compared.Left.Name + compared.Right.Name, question);
        NoMarkup(compared.Left.Answer, question);
        NoMarkup(compared.Right.Answer, question);
    }

    [Fact]
    public async Task Reads_no_further_than_anybody_asks()
    {
        (await AskAsync(new string('x', 100_000))).Text.Length.Should().BeLessThan(2_000);
        (await AskAsync(string.Concat(Enumerable.Repeat("what did Ruiz say about the bridge ", 3_000)))).Text.Length.Should().BeLessThan(2_000);
    }

    [Fact]
    public void Reads_ten_thousand_mutations_of_good_questions()
    {
        foreach (var question in Mutated())
        {
            var read = QuestionParser.Parse(question, archive.Clock.GetUtcNow());
            Unmarked(string.Join(' ', read.Speakers.Concat(read.Topic).Append(read.Addressee ?? "")), question);
        }
    }

    [Fact]
    public async Task Answers_or_helps_whatever_is_asked()
    {
        await Parallel.ForEachAsync(Mutated(), TestContext.Current.CancellationToken, async (question, _) =>
        {
            var answer = await AskAsync(question);
            if (answer.Answered != answer.Lines.Count > 0)
            {
                Assert.Fail(question);
            }

            NoMarkup(answer, question);
        });
    }

    private static IEnumerable<string> Mutated()
    {
        string[] questions = [.. QuestionTableTests.Rows().Select(r => r.Data.Item1)];
        Random random = new(20260310);
        return Enumerable.Range(0, Mutations).Select(_ => Mutate(questions[random.Next(questions.Length)], questions, random));
    }

    /// <summary>What the bot itself says holds no mark that Slack or Discord reads as a mention, a link or a style, and no half of a pair. The story's words are cited as they are.</summary>
    private static void NoMarkup(Answer answer, string question)
    {
        Unmarked(answer.Text, question);
        foreach (var suggestion in answer.Suggestions)
        {
            Unmarked(suggestion, question);
        }

        if (answer.Text.Length >= 2_000)
        {
            Assert.Fail($"{question} is answered at length");
        }
    }

    // Ten thousand times over an assertion that is compiled anew each time takes longer than the answers.
    private static void Unmarked(string text, string question)
    {
        if (text.EnumerateRunes().Any(r => Rune.IsControl(r) || r == Rune.ReplacementChar || (r.IsAscii && "@<>*_~`[]|#\\".Contains((char)r.Value))))
        {
            Assert.Fail($"{question} is answered with {text}");
        }
    }

    private static string Mutate(string question, string[] questions, Random random)
    {
        StringBuilder mutated = new(question);
        for (var change = random.Next(1, 5); change > 0 && mutated.Length > 0; change--)
        {
            var at = random.Next(mutated.Length);
            switch (random.Next(5))
            {
                case 0:
                    mutated[at] = (char)random.Next(0x20, 0x2200);
                    break;
                case 1:
                    mutated.Remove(at, Math.Min(random.Next(1, 6), mutated.Length - at));
                    break;
                case 2:
                    mutated.Insert(at, "\"'()*:^-+{}[]@<>\0 \ud800\udfff\u202e"[random.Next(21)]);
                    break;
                case 3:
                    var other = questions[random.Next(questions.Length)];
                    mutated.Insert(at, other[..random.Next(other.Length)]);
                    break;
                default:
                    mutated.Insert(at, mutated.ToString(at, Math.Min(5, mutated.Length - at)));
                    break;
            }
        }
        return mutated.ToString();
    }

    private Task<Answer> AskAsync(string question) => archive.Answerer.AnswerAsync("local", question, cancel: TestContext.Current.CancellationToken);
}
