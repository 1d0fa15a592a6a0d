using DigestBot.Attribution;
using DigestBot.Storage;

namespace DigestBot.Answers;

/// <summary>Finds where a speaker turns: rejected before and accepts now, demanded before and no longer demands.</summary>
internal static class Turns
{
    // Without a matter asked about, two statements are on one where they share so many words that carry meaning.
    private const int SharedWords = 2;

    /// <summary>For each statement, oldest first, whether it is the first to go against the last one of an earlier day that took a side on the matter.</summary>
    /// <param name="isOneMatter">All of them are on one matter; otherwise their words must show it.</param>
    public static IReadOnlyList<bool> Of(IReadOnlyList<StoredStatement> statements, bool isOneMatter)
    {
        HashSet<string>[] words = [.. statements.Select(s => isOneMatter ? [] : Words(s))];
        return [.. Enumerable.Range(0, statements.Count).Select(at => IsTurn(statements, at, before => isOneMatter || words[before].Count(words[at].Contains) >= SharedWords))];
    }

    private static bool IsTurn(IReadOnlyList<StoredStatement> statements, int at, Func<int, bool> isOnSame)
    {
        for (var before = at - 1; before >= 0; before--)
        {
            if (!isOnSame(before) || IsOpposed(statements[before], statements[at]) is not { } isOpposed)
            {
                continue;
            }

            var isSameDay = statements[before].Time.UtcDateTime.Date == statements[at].Time.UtcDateTime.Date;
            // A refusal and an offer in one breath are one stand.
            if (!isSameDay || !isOpposed)
            {
                return isOpposed;
            }
        }
        return false;
    }

    /// <summary>Whether one goes towards what it speaks of and the other against it: "accepted the plan", "rejected the plan".</summary>
    public static bool AreOpposed(StoredStatement left, StoredStatement right) => IsOpposed(left, right) == true;

    /// <summary>True where the two take different sides, false where the same one, null where they cannot be compared.</summary>
    private static bool? IsOpposed(StoredStatement before, StoredStatement after)
    {
        if (before.SpeakerId != after.SpeakerId)
        {
            return null;
        }

        (var left, var right) = (Side(before), Side(after));
        if (left != 0 && right != 0)
        {
            return left != right;
        }

        return before.Act == after.Act && before.Act != SpeechAct.Says ? before.IsNegated != after.IsNegated : null;
    }

    /// <summary>1 for going towards what is spoken of, -1 for going against it, 0 for neither; "does not reject" goes towards.</summary>
    private static int Side(StoredStatement statement)
    {
        var side = statement.Act switch
        {
            SpeechAct.Accepts or SpeechAct.Offers or SpeechAct.Promises or SpeechAct.Praises or SpeechAct.Apologises => 1,
            SpeechAct.Rejects or SpeechAct.Denies or SpeechAct.Accuses => -1,
            _ => 0,
        };
        return statement.IsNegated ? -side : side;
    }

    private static HashSet<string> Words(StoredStatement statement) =>
        TextWords.Of(statement.Content).Where(w => !TopicWords.IsStop(w)).Select(Porter.Stem).ToHashSet(StringComparer.Ordinal);
}
