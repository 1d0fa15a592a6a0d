using DigestBot.Attribution;
using DigestBot.Chat;
using DigestBot.Storage;

namespace DigestBot.Web;

/// <summary>Commands to try, made from what the archive holds, so that each of them has an answer.</summary>
internal static class Examples
{
    private const int Most = 4;

    /// <summary>At most four, each about another speaker; none where nobody speaks.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(Store store, CancellationToken cancel)
    {
        IReadOnlyList<StoredSpeaker> speakers = await store.SpeakersAsync(Command.LocalWorkspace, limit: 12, cancel: cancel);
        List<string> examples = [];
        foreach (StoredSpeaker speaker in speakers.Where(s => s.Kind == SpeakerKind.Person && s.Statements > 0).Take(Most))
        {
            IReadOnlyList<StoredStatement> said = await store.FindStatementsAsync(
                Command.LocalWorkspace, new StatementFilter { Speakers = [speaker.Id], Limit = 50 }, cancel);
            // The rarest act that is more than saying is the most worth asking about, and no act twice.
            string? verb = said.Where(s => !s.IsNegated).GroupBy(s => s.Act).OrderBy(g => g.Key == SpeechAct.Says).ThenBy(g => g.Count())
                .Select(g => Verb(g.Key)).FirstOrDefault(v => !examples.Exists(e => e.EndsWith($" {v}?", StringComparison.Ordinal)));
            examples.Add($"/ask what did {FamilyName(speaker)} {verb ?? "say"}?");
        }
        if (speakers.Count > 0)
            examples.Add($"/ask who is {FamilyName(speakers[0])}?");
        return examples;
    }

    private static string FamilyName(StoredSpeaker speaker) => speaker.Name.Split(' ')[^1];

    private static string Verb(SpeechAct act) => act switch
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
