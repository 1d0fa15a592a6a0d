using DigestBot.Answers;
using DigestBot.LanguageModels.Checking;
using DigestBot.LanguageModels.Tools;
using DigestBot.Storage;
using Microsoft.Extensions.AI;

namespace DigestBot.LanguageModels;

/// <summary>Answers what the parser did not understand: the model looks statements up with the archive's tools and writes over them. Thread-safe.</summary>
internal sealed class Researcher(ModelCalls calls, ModelMeters meters, Store store, TimeProvider clock)
{
    /// <summary>Checked prose and the lines that it cites; null where the model found or wrote nothing that stands.</summary>
    /// <param name="workspace">Whose archive is searched, and whose budget it is.</param>
    public async Task<(Prose Prose, IReadOnlyList<AnswerLine> Lines)?> AnswerAsync(string workspace, string question, CancellationToken cancel = default)
    {
        ResearchTools tools = new(new ArchiveSearch(store, clock, workspace));
        // Not disposed of: it would dispose of the client that all questions share.
        FunctionInvokingChatClient over = new(calls.Client)
        {
            MaximumIterationsPerRequest = ResearchTools.MostCalls,
            TerminateOnUnknownCalls = true,
        };
        (var draft, var outcome) = await calls.DraftAsync(
            workspace, Prompts.Research(question), new ChatOptions { Tools = tools.All }, over, ResearchTools.MostCalls + 2, cancel);
        var prose = draft is null ? null : ProseChecker.Check(draft, tools.Found, meters.Dropped);
        meters.Answered(draft is null ? outcome : prose is null ? "dropped" : "shown");
        return prose is null ? null : (prose, [.. prose.Sentences.SelectMany(s => s.Lines).Distinct()]);
    }
}
