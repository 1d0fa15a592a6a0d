using DigestBot.Attribution;
using DigestBot.Storage;

namespace DigestBot.Answers;

/// <summary>Three questions that this archive can answer, for those who have asked for nothing.</summary>
internal sealed class Suggestions(Store store)
{
    private const int Most = 3;

    /// <summary>At most three; none where nobody speaks.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(Scope scope, CancellationToken cancel)
    {
        StoredStatement[] named = [.. (await store.FindStatementsAsync(scope.Workspace, scope.Filter with { Limit = 100 }, cancel)).Where(s => s.SpeakerId is not null && !s.IsNegated).DistinctBy(s => s.SpeakerId)];
        // What somebody does, what somebody says last, and who somebody is: three ways to ask.
        var acts = named.OrderBy(s => s.Act == SpeechAct.Says).Select(s => $"What did {s.Speaker} {Verb(s.Act)}?");
        var latest = named.OrderBy(s => s.Act != SpeechAct.Says).Select(s => $"Latest from {s.Speaker}");
        long[] ids = [.. named.Take(10).Select(s => s.SpeakerId!.Value)];
        var described = (await store.BearersAsync(scope.Workspace, ids, scope.StoryId, cancel)).Where(p => p.Description is not null).OrderByDescending(p => p.Statements).Select(p => $"Who is {p.Name}?");
        return [.. acts.Take(1).Concat(latest.Take(1)).Concat(described.Take(1)).Concat(acts.Skip(1)).Distinct(StringComparer.Ordinal).Take(Most)];
    }

    /// <summary>The act's verb as it stands in a question: "What did Khatib demand?"</summary>
    public static string Verb(SpeechAct act) => act switch
    {
        SpeechAct.Demands => "demand",
        SpeechAct.Asks => "ask",
        SpeechAct.Rejects => "reject",
        SpeechAct.Denies => "deny",
        SpeechAct.Offers => "offer",
        SpeechAct.Promises => "promise",
        SpeechAct.Accepts => "accept",
        SpeechAct.Warns => "warn of",
        SpeechAct.Accuses => "criticise",
        SpeechAct.Praises => "praise",
        SpeechAct.Apologises => "apologise for",
        SpeechAct.Expects => "expect",
        SpeechAct.Thinks => "think",
        SpeechAct.Announces => "announce",
        _ => "say",
    };
}
