using System.ComponentModel;
using DigestBot.Answers;
using DigestBot.Storage;
using Microsoft.Extensions.AI;

namespace DigestBot.LanguageModels.Tools;

/// <summary>
/// The tools of one question: they read one workspace's archive, at most five times, and number what they find. Only what stands in
/// <see cref="Found"/> can be told afterwards. Not thread-safe: tools of one question run one after the other.
/// </summary>
internal sealed class ResearchTools(ArchiveSearch archive)
{
    /// <summary>So many calls a question has.</summary>
    public const int MostCalls = 5;

    private const int MostFound = 40;
    private const int MostPeople = 10;

    private readonly List<AnswerLine> _found = [];
    private int _calls;

    /// <summary>What was found, in the order of its numbers.</summary>
    public IReadOnlyList<AnswerLine> Found => _found;

    /// <summary>The tools as the model may call them.</summary>
    public IList<AITool> All =>
    [
        Tool(FindStatementsAsync, "find_statements"),
        Tool(FindPeopleAsync, "find_people"),
        Tool(GetStoryAsync, "get_story"),
    ];

    // Without this the library would write the data, which is JSON, into a JSON string once more.
    private static AIFunction Tool(Delegate look, string name) =>
        AIFunctionFactory.Create(look, new AIFunctionFactoryOptions { Name = name, MarshalResult = (data, _, _) => ValueTask.FromResult(data) });

    [Description("Finds statements by words, speaker and time")]
    private Task<string> FindStatementsAsync(
        [Description("Words of the content or the story")] string? words = null,
        [Description("A person, body or title")] string? speaker = null,
        [Description("Not before: 7d, 24h, 2012-12-29")] string? since = null,
        [Description("Before")] string? until = null,
        CancellationToken cancel = default) =>
        CallAsync(async () => Numbered(await archive.StatementsAsync(new StatementQuery(words, speaker, since, until, Story: null, 10), cancel)));

    [Description("Finds people and bodies who speak in the news, by name; without a name those who say most")]
    private Task<string> FindPeopleAsync([Description("The name")] string? name = null, CancellationToken cancel = default) =>
        CallAsync(async () => new { people = (await archive.PeopleAsync(name, cancel)).Take(MostPeople).Select(p => new { p.Name, p.Description, p.Statements }) });

    [Description("Who says what in one story")]
    private Task<string> GetStoryAsync([Description("The story's id, as find_statements gives it")] string id, CancellationToken cancel = default) =>
        CallAsync(async () => await archive.StoryAsync(id, cancel) is var (_, statements) ? Numbered(statements) : throw new ToolProblemException("There is no story with this id."));

    private async Task<string> CallAsync(Func<Task<object>> look)
    {
        if (++_calls > MostCalls)
        {
            return "No more calls: write now.";
        }

        try
        {
            return Prompts.Data(await look());
        }
        catch (ToolProblemException problem)
        {
            return problem.Message;
        }
    }

    private object Numbered(IReadOnlyList<StoredStatement> statements)
    {
        List<object> numbered = [];
        foreach (var statement in statements)
        {
            var at = _found.FindIndex(l => l.StatementId == statement.Id);
            if (at < 0 && _found.Count < MostFound)
            {
                at = _found.Count;
                _found.Add(AnswerLines.Of(statement));
            }
            if (at >= 0)
            {
                numbered.Add(new { statement.StoryId, statement = Prompts.Statement(_found[at], at + 1) });
            }
        }
        return new { statements = numbered };
    }
}
