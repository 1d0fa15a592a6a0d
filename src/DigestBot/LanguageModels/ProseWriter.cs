using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using DigestBot.Answers;
using DigestBot.LanguageModels.Checking;

namespace DigestBot.LanguageModels;

/// <summary>Writes checked prose over cited lines; what was written once is known by its content. Thread-safe.</summary>
internal sealed class ProseWriter(ModelCalls calls, ModelMeters meters)
{
    private const int MostKnown = 2_000;

    private readonly ConcurrentDictionary<string, Prose> _known = new(StringComparer.Ordinal);

    /// <summary>What was written over the same lines for the same question before; null for nothing.</summary>
    public Prose? Known(string question, IReadOnlyList<AnswerLine> lines) => _known.GetValueOrDefault(Key(question, Told(lines)));

    /// <summary>Prose over the lines; null where the model wrote none that stands the check. Never throws for what a model or provider does.</summary>
    /// <param name="workspace">Whose budget it is.</param>
    public async Task<Prose?> WriteAsync(string workspace, string question, IReadOnlyList<AnswerLine> lines, CancellationToken cancel = default)
    {
        var told = Told(lines);
        if (told.Count == 0)
        {
            return null;
        }

        var key = Key(question, told);
        if (_known.TryGetValue(key, out var before))
        {
            return before;
        }

        (var draft, var outcome) = await calls.DraftAsync(workspace, Prompts.Write(question, told), cancel: cancel);
        var prose = draft is null ? null : ProseChecker.Check(draft, told, meters.Dropped);
        meters.Answered(draft is null ? outcome : prose is null ? "dropped" : "shown");
        if (prose is null)
        {
            return null;
        }

        if (_known.Count >= MostKnown)
        {
            _known.Clear();
        }

        return _known[key] = prose;
    }

    private static IReadOnlyList<AnswerLine> Told(IReadOnlyList<AnswerLine> lines) => [.. lines.Take(Prompts.MostStatements)];

    private static string Key(string question, IReadOnlyList<AnswerLine> lines)
    {
        StringBuilder content = new(question);
        foreach (var line in lines)
        {
            content.Append('\0').Append(line.Speaker).Append('\0').Append(line.Act).Append(line.IsNegated).Append(line.Kind).Append('\0').Append(line.Content).Append('\0').Append(line.Citation.StoryId);
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())));
    }
}
