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
        StoredStatement[] statements = [.. await store.FindStatementsAsync(scope.Workspace, scope.Filter with { Limit = 100 }, cancel)];
        IEnumerable<StoredStatement> named = statements.Where(s => s.SpeakerId is not null && !s.IsNegated);
        return [.. named.OrderBy(s => s.Act == SpeechAct.Says).DistinctBy(s => s.SpeakerId).DistinctBy(s => (s.Act == SpeechAct.Says, s.Act, s.SpeakerId))
            .Take(Most).Select(s => $"What did {s.Speaker} {Verb(s.Act)}?")];
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
